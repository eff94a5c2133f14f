using System.Diagnostics;

namespace PyperCache.CrashChild;

/// <summary>Opens a cache, uses it a little, and tells how much memory the process has and how long opening took.</summary>
internal static class Sizing
{
    private const int Reads = 1_000;

    public static int Run(string path)
    {
        long begun = Stopwatch.GetTimestamp();
        using var cache = new Cache(path);
        TimeSpan opening = Stopwatch.GetElapsedTime(begun);
        foreach (string key in cache.Keys.Take(Reads))
            _ = cache.Get(key).Payload.Length;
        long memory = File.Exists("/proc/self/status") ? ResidentMemory() : Environment.WorkingSet;
        Console.WriteLine(FormattableString.Invariant($"{memory}\t{opening.TotalMilliseconds:0.0}\t{cache.Count}"));
        return 0;
    }

    /// <summary>Memory of the process itself, without pages of files that the system could take back.</summary>
    private static long ResidentMemory()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;
    }
}
