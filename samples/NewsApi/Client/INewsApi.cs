using NewsApi.Models;
using PyperCache.Http;
using Refit;

namespace NewsApi.Client;

[CacheFor(600)]
public interface INewsApi
{
    /// <summary>Everything about something, the newest first. Sources go into one parameter, with commas.</summary>
    [Get("/v2/everything?sortBy=publishedAt")]
    Task<ArticleList> SearchAsync(
        [AliasAs("q")] string about,
        [Query(CollectionFormat.Csv)] string[]? sources = null,
        CancellationToken cancellationToken = default);
}
