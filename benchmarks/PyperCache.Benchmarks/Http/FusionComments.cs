using PyperCache.Benchmarks.Cache;
using PyperCache.Benchmarks.Hydrate.Stj;
using ZiggyCreatures.Caching.Fusion;

namespace PyperCache.Benchmarks.Http;

/// <summary>Refit behind FusionCache, answered from the file of its second level.</summary>
internal sealed class FusionComments(IPlainCommentApi api, string path) : IDisposable
{
    private readonly FusionFile _fusion = new(path);

    public Task<List<CommentDto>> GetAsync(string size) =>
        _fusion.Cache.GetOrSetAsync($"comments:{size}", _ => api.GetAsync(size), FusionFile.FileOnly).AsTask();

    public void Dispose() => _fusion.Dispose();
}
