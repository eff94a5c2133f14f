using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate.Models;
using ZiggyCreatures.Caching.Fusion;

namespace PyperCache.Benchmarks.Cache;

/// <summary>The same object once more, when nothing has been written.</summary>
internal static class HotRace
{
    public static async Task RunAsync(TextWriter output)
    {
        Workload workload = Workload.OfComments("1 KB x 1,000", keys: 1_000, comments: 3);
        string folder = Directory.CreateTempSubdirectory("pypercache-bench-").FullName;
        try
        {
            using var fusion = new FusionCache(new FusionCacheOptions());
            using var shared = Filled(workload, Path.Combine(folder, "shared.db"), new CacheOptions { HotBytes = 64 << 20 });
            using var exclusive = Filled(
                workload, Path.Combine(folder, "exclusive.db"), new CacheOptions { HotBytes = 64 << 20, Sqlite = new() { Exclusive = true } });
            using var journal = Filled(workload, Path.Combine(folder, "cache.json"), new CacheOptions { HotBytes = 64 << 20 });
            foreach (string key in workload.Keys)
                fusion.Set(key, shared.GetObject<List<Comment>>(key), TimeSpan.FromDays(1));
            MarkdownTable table = MarkdownTable.ForRaces();
            table.AddRace($"hot typed get, {workload.Name}", await Race.RunAsync(
            [
                Contender.Of("FusionCache, first level", () => fusion.GetOrDefault<List<Comment>>(workload.AnyKey)),
                Contender.Of("PyperCache .db", () => shared.GetObject<List<Comment>>(workload.AnyKey)),
                Contender.Of("PyperCache .db, exclusive", () => exclusive.GetObject<List<Comment>>(workload.AnyKey)),
                Contender.Of("PyperCache .json", () => journal.GetObject<List<Comment>>(workload.AnyKey)),
            ]));
            table.Print(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PyperCache.Cache Filled(Workload workload, string path, CacheOptions options)
    {
        var cache = new PyperCache.Cache(path, options);
        for (int i = 0; i < workload.Keys.Length; i++)
            cache.Store(workload.Keys[i], workload.Payload(i));
        return cache;
    }
}
