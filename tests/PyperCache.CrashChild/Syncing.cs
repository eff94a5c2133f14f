using PyperCache.Storage;

namespace PyperCache.CrashChild;

/// <summary>Stores a few records, flushes, and tells when. What reaches the disk meanwhile is told by a library that is loaded before all others.</summary>
internal static class Syncing
{
    public static int Run(string path, Durability durability)
    {
        using var cache = new Cache(path, new CacheOptions { Durability = durability });
        for (int i = 0; i < 5; i++)
            Tell($"store {i}", () => cache.Store($"key {i}", Storing.Payload($"key {i}", i)));
        Tell("remove", () => cache.Remove("key 3"));
        Tell("flush", cache.Flush);
        return 0;
    }

    private static void Tell(string what, Action act)
    {
        Console.Out.WriteLine($"will\t{what}");
        act();
        Console.Out.WriteLine($"done\t{what}");
    }
}
