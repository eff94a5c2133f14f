namespace PyperCache.CrashChild;

/// <summary>Changes a cache without end, and tells what it is about to do and what has been done.</summary>
public static class Storing
{
    private const int Keys = 200;

    public static int UntilKilled(string path, int seed)
    {
        var random = new Random(seed);
        using var cache = new Cache(path, Checkpoints.Every(Checkpoints.Often));
        long version = seed * 1_000_000L;
        while (true)
        {
            version++;
            int dice = random.Next(1_000);
            if (dice < 2)
                Tell("erase", "*", version, () => cache.CompletelyEraseCache());
            else if (dice < 60)
                Tell("flush", "*", version, cache.Flush);
            else
                Change(cache, $"key {random.Next(Keys)}", version, remove: dice < 160);
        }
    }

    /// <summary>A payload from which key and version can be told, and in which damage would show.</summary>
    public static string Payload(string key, long version)
    {
        string pad = new((char)('a' + (version % 26)), (int)(version * 7919 % 3_000));
        return $$"""{"key":"{{key}}","version":{{version}},"pad":"{{pad}}"}""";
    }

    private static void Change(Cache cache, string key, long version, bool remove)
    {
        if (remove)
            Tell("remove", key, version, () => cache.Remove(key));
        else
            Tell("store", key, version, () => cache.Store(key, Payload(key, version)));
    }

    private static void Tell(string what, string key, long version, Action act)
    {
        Console.Out.WriteLine($"will\t{what}\t{key}\t{version}");
        act();
        Console.Out.WriteLine($"done\t{what}\t{key}\t{version}");
    }
}
