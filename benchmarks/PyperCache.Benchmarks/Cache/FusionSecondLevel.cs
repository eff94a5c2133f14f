using System.Text.Json;
using PyperCache.Benchmarks.Hydrate.Stj;
using ZiggyCreatures.Caching.Fusion;

namespace PyperCache.Benchmarks.Cache;

/// <summary>FusionCache with a second level in a SQLite file, and its first level left out: what a program finds after a restart.</summary>
internal sealed class FusionSecondLevel(string path) : IContestant
{
    private readonly FusionFile _fusion = new(path);

    public string Name => "FusionCache, second level on NeoSmart";

    // A record is of one type there, so objects are under keys of their own.
    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets =>
        [(Name, key => _fusion.Cache.GetOrDefault<List<CommentDto>>(Typed(key), options: FusionFile.FileOnly))];

    public void Store(string key, byte[] payload) => _fusion.Cache.Set(key, payload, FusionFile.FileOnly);

    public object? Get(string key) => _fusion.Cache.GetOrDefault<byte[]>(key, options: FusionFile.FileOnly);

    public void Fill(Workload workload)
    {
        for (int i = 0; i < workload.Keys.Length; i++)
        {
            Store(workload.Keys[i], workload.Payload(i));
            _fusion.Cache.Set(Typed(workload.Keys[i]), JsonSerializer.Deserialize(workload.Payload(i), CamelContext.Default.ListCommentDto), FusionFile.FileOnly);
        }
    }

    public void Dispose() => _fusion.Dispose();

    private static string Typed(string key) => "typed " + key;
}
