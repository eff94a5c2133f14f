using PyperCache.Benchmarks.Harness;

namespace PyperCache.Benchmarks.Cache;

/// <summary>Caches that are SQLite files, or the like, side by side.</summary>
internal static class FileRace
{
    private const string Shared = "shared.db";
    private const long MostOfWal = 176L << 20;

    // Long enough for several checkpoints, which wait for the disk, so that what is left to the background at the end of a sample is little of it.
    private static readonly TimeSpan s_storeSample = TimeSpan.FromSeconds(1);

    // For what was left to the background, so that it takes nothing from the next contender.
    private static readonly TimeSpan s_storeRest = TimeSpan.FromMilliseconds(150);

    public static async Task RunAsync(Workload workload, bool withPeers, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("pypercache-bench-").FullName;
        IContestant[] contestants = [.. Ours(folder), .. withPeers ? Peers(folder) : []];
        try
        {
            foreach (IContestant contestant in contestants)
                contestant.Fill(workload);
            MarkdownTable table = MarkdownTable.ForRaces();
            table.AddRace($"get, {workload.Name}", await Race.RunAsync([.. contestants.Select(c => Contender.Of(c.Name, () => c.Get(workload.AnyKey)))]));
            table.AddRace($"typed get, {workload.Name}", await Race.RunAsync(
                [.. contestants.SelectMany(c => c.TypedGets).Select(typed => Contender.Of(typed.Name, () => typed.Get(workload.AnyKey)))]));
            table.AddRace($"store, {workload.Name}", await Race.RunAsync(
                [.. contestants.Select(c => Contender.Of(c.Name, () => { c.Store(workload.AnyKey, workload.AnyPayload); return null; }))],
                rounds: 7, sample: s_storeSample, rest: s_storeRest));
            ThrowIfWorkPiledUp(Path.Combine(folder, Shared + "-wal"));
            table.Print(output);
        }
        finally
        {
            foreach (IContestant contestant in contestants)
                contestant.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ThrowIfWorkPiledUp(string wal)
    {
        if (new FileInfo(wal).Length > MostOfWal)
            throw new InvalidOperationException($"{wal} has grown beyond {MostOfWal} bytes: the stores were fast because work was left undone.");
    }

    private static IContestant[] Ours(string folder) =>
    [
        new PreparedAdo(Path.Combine(folder, "ado.db")),
        new OurCache("PyperCache .db", Path.Combine(folder, Shared)),
        new OurCache("PyperCache .db, exclusive", Path.Combine(folder, "exclusive.db"), new CacheOptions { Sqlite = new() { Exclusive = true } }),
    ];

    private static IContestant[] Peers(string folder) =>
    [
        new NeoSmartCache(Path.Combine(folder, "neosmart.db")),
        new LiteDbCache(Path.Combine(folder, "lite.db")),
        new FusionSecondLevel(Path.Combine(folder, "fusion.db")),
    ];
}
