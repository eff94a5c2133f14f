using PyperCache.Benchmarks.Harness;

namespace PyperCache.Benchmarks.Cache;

/// <summary>Caches in files: ours against prepared statements and other libraries.</summary>
internal sealed class CacheCommand : ICommand
{
    private const string WithoutPeers = "ours";

    private static readonly Dictionary<string, Func<bool, TextWriter, Task>> s_parts = new()
    {
        ["1kb"] = (peers, output) => FileRace.RunAsync(Workload.OfComments("1 KB x 100,000", keys: 100_000, comments: 3), peers, output),
        ["10kb"] = (peers, output) => FileRace.RunAsync(Workload.OfComments("10 KB x 2,000", keys: 2_000, comments: 29), peers, output),
        ["100kb"] = (peers, output) => FileRace.RunAsync(Workload.OfComments("100 KB x 300", keys: 300, comments: 290), peers, output),
        ["hot"] = (_, output) => HotRace.RunAsync(output),
        ["journals"] = (_, output) => JournalRun.RunAsync(output),
    };

    public string Name => "cache";

    public string Summary => $"caches in files against SQLite by hand and other libraries; parts: {string.Join(' ', s_parts.Keys)}; {WithoutPeers}: no libraries";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        bool withPeers = !args.Contains(WithoutPeers);
        string[] chosen = [.. args.Where(arg => arg != WithoutPeers)];
        foreach ((string name, Func<bool, TextWriter, Task> run) in s_parts)
        {
            if (chosen.Length == 0 || chosen.Contains(name))
                await run(withPeers, output);
        }
    }
}
