using NewsApi.Models;
using PyperCache.Http;
using PyperCache.Samples;

namespace NewsApi.Client;

/// <summary>A client that needs a key. The key goes into a header: no log, no error and no cache file ever has it.</summary>
/// <param name="apiKey">The key. Answers are cached for each key apart.</param>
/// <param name="cachePath">The cache file; its extension picks the format.</param>
/// <param name="requestLogPath">The file that gets a line for each request that went to the network.</param>
/// <param name="server">A server that plays the host; null for the host itself.</param>
[ApiClient<INewsApi>]
public sealed partial class NewsClient(
    string apiKey,
    string cachePath = "newsapi_cache.db",
    string requestLogPath = "newsapi_requests.log",
    Uri? server = null)
    : ApiWrapper(new ApiWrapperOptions
    {
        Origins = { ["api"] = "https://newsapi.org" },
        CachePath = cachePath,
        RequestLogPath = requestLogPath,
    })
{
    /// <summary>The headlines of a country, of a category, or of some sources.</summary>
    /// <remarks>Written by hand, beside the declared endpoints, since an interface cannot say which parameters go together.</remarks>
    /// <exception cref="ArgumentException">Sources come together with a country or a category, which the API refuses, or nothing is given.</exception>
    public Task<ArticleList> GetHeadlinesAsync(
        string? country = null, string? category = null, string[]? sources = null, CancellationToken cancellationToken = default)
    {
        if (sources is not null && (country is not null || category is not null))
            throw new ArgumentException("Sources cannot be mixed with a country or a category: ask twice.");
        if (sources is null && country is null && category is null)
            throw new ArgumentException("Headlines need a country, a category or sources.");
        return RequestAsync<ArticleList>(
            HttpMethod.Get,
            "/v2/top-headlines",
            query: new() { ["country"] = country, ["category"] = category, ["sources"] = sources is null ? null : string.Join(',', sources) },
            expiry: TimeSpan.FromMinutes(5),
            cancellationToken: cancellationToken);
    }

    protected override void ConfigureClient(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("pypercache-sample/1.0");
    }

    // Only the sample needs this, to be shown without internet.
    protected override HttpMessageHandler CreateHandler() =>
        server is null ? base.CreateHandler() : new LoopbackHandler(server, base.CreateHandler());
}
