using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NeoSmart.Caching.Sqlite;
using PyperCache.Benchmarks.Hydrate.Stj;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace PyperCache.Benchmarks.Http;

/// <summary>Refit behind FusionCache with a second level in a SQLite file. Its first level, which is gone after a restart, is left out.</summary>
internal sealed class FusionComments : IDisposable
{
    private static readonly FusionCacheEntryOptions s_fileOnly = new(TimeSpan.FromHours(1))
    {
        SkipMemoryCacheRead = true,
        SkipMemoryCacheWrite = true,
    };

    private readonly IPlainCommentApi _api;
    private readonly SqliteCache _file;
    private readonly FusionCache _cache;

    public FusionComments(IPlainCommentApi api, string path)
    {
        _api = api;
        _file = new SqliteCache(new SqliteCacheOptions { CachePath = path, CleanupInterval = null });
        _cache = new FusionCache(new FusionCacheOptions());

        // What FusionCache wraps values in is not known to a source generator here.
        JsonSerializerOptions json = new(CamelContext.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(CamelContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        _cache.SetupDistributedCache(_file, new FusionCacheSystemTextJsonSerializer(json));
    }

    public Task<List<CommentDto>> GetAsync(string size) =>
        _cache.GetOrSetAsync($"comments:{size}", _ => _api.GetAsync(size), s_fileOnly).AsTask();

    public void Dispose()
    {
        _cache.Dispose();
        _file.Dispose();
    }
}
