using PyperCache.Http;
using PyperCache.Models;
using Refit;

namespace PyperCache.Benchmarks.Http;

/// <summary>A comment as a model of ours.</summary>
[ApiModel]
internal sealed partial record CommentModel(int PostId, int Id, string Name, string Email, string Body);

/// <summary>The endpoints as our client declares them.</summary>
internal interface ICommentApi
{
    [Get("/{size}"), CacheFor(3600)]
    Task<List<CommentModel>> CachedAsync(string size);

    [Get("/{size}"), CacheFor(3600)]
    Task<List<CommentModel>> CachedAsync(string size, int page);

    [Get("/{size}"), NoCache]
    Task<List<CommentModel>> UncachedAsync(string size, int page);
}

[ApiClient<ICommentApi>]
internal sealed partial class CommentClient(string url, string cachePath) : ApiWrapper(new ApiWrapperOptions
{
    Origins = { ["api"] = url },
    CachePath = cachePath,
});
