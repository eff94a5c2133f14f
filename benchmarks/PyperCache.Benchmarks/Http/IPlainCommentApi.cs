using PyperCache.Benchmarks.Hydrate.Stj;
using Refit;

namespace PyperCache.Benchmarks.Http;

/// <summary>The same endpoint for Refit alone.</summary>
internal interface IPlainCommentApi
{
    [Get("/{size}")]
    Task<List<CommentDto>> GetAsync(string size);

    [Get("/{size}")]
    Task<List<CommentDto>> GetAsync(string size, int page);
}
