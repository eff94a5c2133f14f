using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NeoSmart.Caching.Sqlite;
using PyperCache.Benchmarks.Hydrate.Stj;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace PyperCache.Benchmarks.Cache;

/// <summary>FusionCache with a second level in a SQLite file.</summary>
internal sealed class FusionFile : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(CamelContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(CamelContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    private readonly SqliteCache _file;

    public FusionFile(string path)
    {
        _file = new SqliteCache(new SqliteCacheOptions { CachePath = path, CleanupInterval = null });
        Cache = new FusionCache(new FusionCacheOptions());
        Cache.SetupDistributedCache(_file, new FusionCacheSystemTextJsonSerializer(s_json));
    }

    /// <summary>Leaves the first level out: what a program finds after a restart.</summary>
    public static FusionCacheEntryOptions FileOnly { get; } = new(TimeSpan.FromDays(1))
    {
        SkipMemoryCacheRead = true,
        SkipMemoryCacheWrite = true,
    };

    public FusionCache Cache { get; }

    public void Dispose()
    {
        Cache.Dispose();
        _file.Dispose();
    }
}
