using PyperCache.Benchmarks.Harness;
using PyperCache.Storage;

namespace PyperCache.Benchmarks.Cache;

/// <summary>Caches in files: ours against prepared statements and other libraries.</summary>
internal sealed class CacheCommand : ICommand
{
    public string Name => "cache";

    public string Summary => "caches in files: store, get and typed get, against SQLite by hand and other libraries";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        Workload[] workloads =
        [
            Workload.OfComments("1 KB x 100,000", keys: 100_000, comments: 3),
            Workload.OfComments("10 KB x 2,000", keys: 2_000, comments: 29),
            Workload.OfComments("100 KB x 300", keys: 300, comments: 290),
        ];
        foreach (Workload workload in workloads)
            await RaceAsync(workload, output);
    }

    private static async Task RaceAsync(Workload workload, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("pypercache-bench-").FullName;
        IContestant[] contestants = Contestants(folder);
        try
        {
            foreach (IContestant contestant in contestants)
                contestant.Fill(workload);
            MarkdownTable table = MarkdownTable.ForRaces();
            table.AddRace($"store, {workload.Name}", await Race.RunAsync(
                [.. contestants.Select(c => Contender.Of(c.Name, () => { c.Store(workload.AnyKey, workload.AnyPayload); return null; }))]));
            table.AddRace($"get, {workload.Name}", await Race.RunAsync([.. contestants.Select(c => Contender.Of(c.Name, () => c.Get(workload.AnyKey)))]));
            table.AddRace($"typed get, {workload.Name}", await Race.RunAsync([.. contestants.Select(c => Contender.Of(c.Name, () => c.GetTyped(workload.AnyKey)))]));
            table.Print(output);
        }
        finally
        {
            foreach (IContestant contestant in contestants)
                contestant.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IContestant[] Contestants(string folder) =>
    [
        new PreparedAdo(Path.Combine(folder, "ado.db")),
        new OurCache("PyperCache .db", Path.Combine(folder, "shared.db")),
        new OurCache("PyperCache .db, exclusive", Path.Combine(folder, "exclusive.db"), new CacheOptions { Sqlite = new SqliteStoreOptions { Exclusive = true } }),
    ];
}
