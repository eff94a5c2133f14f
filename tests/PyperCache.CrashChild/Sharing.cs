namespace PyperCache.CrashChild;

/// <summary>Two threads that read and write a cache which other processes read and write too.</summary>
internal static class Sharing
{
    private const int Threads = 2;

    public static int Run(string path, string name, int rounds)
    {
        using var cache = new Cache(path, Checkpoints.Every(Checkpoints.BesideOthers));
        Parallel.For(0, Threads, thread => Write(cache, $"{name}.{thread}", rounds));
        return 0;
    }

    private static void Write(Cache cache, string me, int rounds)
    {
        var seen = new Dictionary<string, int>();
        cache.Store($"last:{me}", "0");
        for (int i = 1; i <= rounds; i++)
        {
            cache.Store($"{me}:{i}", $"[{i}]");
            cache.Update($"last:{me}", $"{i}");
            if (cache.Get($"last:{me}").Data.GetInt32() != i)
                throw new InvalidOperationException($"{me} does not see its own write {i}");
            if (i % 20 == 0)
                LookAround(cache, seen);
        }
    }

    /// <summary>What others have written may only go forward, and what they say is there must be there.</summary>
    private static void LookAround(Cache cache, Dictionary<string, int> seen)
    {
        foreach (string key in cache.Keys.Where(key => key.StartsWith("last:", StringComparison.Ordinal)).ToList())
        {
            int now = cache.Get(key).Data.GetInt32();
            if (now < seen.GetValueOrDefault(key))
                throw new InvalidOperationException($"{key} went back from {seen[key]} to {now}");
            if (now > 0 && !cache.Has($"{key["last:".Length..]}:{now}"))
                throw new InvalidOperationException($"{key} is {now}, but that record is not there");
            seen[key] = now;
        }
    }
}
