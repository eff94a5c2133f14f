using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;
using NeoSmart.Caching.Sqlite;
using PyperCache.Benchmarks.Hydrate.Stj;

namespace PyperCache.Benchmarks.Cache;

/// <summary>NeoSmart.Caching.Sqlite: an <see cref="IDistributedCache"/> in a SQLite file.</summary>
internal sealed class NeoSmartCache(string path) : IContestant
{
    private static readonly DistributedCacheEntryOptions s_neverStale = new();

    private readonly SqliteCache _cache = new(new SqliteCacheOptions { CachePath = path, CleanupInterval = null });

    public string Name => "NeoSmart.Caching.Sqlite";

    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets => [(Name + " + STJ", GetTyped)];

    public void Store(string key, byte[] payload) => _cache.Set(key, payload, s_neverStale);

    public object? Get(string key) => _cache.Get(key);

    public void Dispose() => _cache.Dispose();

    private List<CommentDto>? GetTyped(string key) => JsonSerializer.Deserialize(_cache.Get(key), CamelContext.Default.ListCommentDto);
}
