using PyperCache.Benchmarks.Hydrate.Models;

namespace PyperCache.Benchmarks.Cache;

/// <summary>A <see cref="PyperCache.Cache"/>.</summary>
internal sealed class OurCache(string name, string path, CacheOptions? options = null) : IContestant
{
    private readonly PyperCache.Cache _cache = new(path, options);

    public string Name => name;

    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets =>
    [
        (name + ", models without raw payload", _cache.GetObject<List<LeanComment>>),
        (name + ", models with raw payload", _cache.GetObject<List<Comment>>),
    ];

    public void Store(string key, byte[] payload) => _cache.Store(key, payload);

    public object Get(string key) => _cache.Get(key);

    public void Fill(Workload workload)
    {
        _cache.EnableManualFlushMode();
        for (int i = 0; i < workload.Keys.Length; i++)
            Store(workload.Keys[i], workload.Payload(i));
        _cache.DisableManualFlushMode();
    }

    public void Dispose() => _cache.Dispose();
}
