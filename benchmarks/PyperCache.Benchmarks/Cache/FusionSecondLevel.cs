using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NeoSmart.Caching.Sqlite;
using PyperCache.Benchmarks.Hydrate.Stj;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace PyperCache.Benchmarks.Cache;

/// <summary>FusionCache with a second level in a SQLite file, and its first level left out: what a program finds after a restart.</summary>
internal sealed class FusionSecondLevel : IContestant
{
    private static readonly FusionCacheEntryOptions s_fileOnly = new(TimeSpan.FromDays(1))
    {
        SkipMemoryCacheRead = true,
        SkipMemoryCacheWrite = true,
    };

    private static readonly JsonSerializerOptions s_json = new(CamelContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(CamelContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    private readonly SqliteCache _file;
    private readonly FusionCache _cache;

    public FusionSecondLevel(string path)
    {
        _file = new SqliteCache(new SqliteCacheOptions { CachePath = path, CleanupInterval = null });
        _cache = new FusionCache(new FusionCacheOptions());
        _cache.SetupDistributedCache(_file, new FusionCacheSystemTextJsonSerializer(s_json));
    }

    public string Name => "FusionCache, second level on NeoSmart";

    // A record is of one type there, so objects are under keys of their own.
    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets =>
        [(Name, key => _cache.GetOrDefault<List<CommentDto>>(Typed(key), options: s_fileOnly))];

    public void Store(string key, byte[] payload) => _cache.Set(key, payload, s_fileOnly);

    public object? Get(string key) => _cache.GetOrDefault<byte[]>(key, options: s_fileOnly);

    public void Fill(Workload workload)
    {
        for (int i = 0; i < workload.Keys.Length; i++)
        {
            Store(workload.Keys[i], workload.Payload(i));
            _cache.Set(Typed(workload.Keys[i]), JsonSerializer.Deserialize(workload.Payload(i), CamelContext.Default.ListCommentDto), s_fileOnly);
        }
    }

    public void Dispose()
    {
        _cache.Dispose();
        _file.Dispose();
    }

    private static string Typed(string key) => "typed " + key;
}
