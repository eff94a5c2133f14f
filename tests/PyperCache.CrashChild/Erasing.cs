using System.Globalization;

namespace PyperCache.CrashChild;

/// <summary>Fills a cache and erases it, again and again, and tells when each begins and ends.</summary>
public static class Erasing
{
    /// <summary>How many records there are when erasing begins.</summary>
    public const int Records = 150;

    public static int UntilKilled(string path, int seed)
    {
        using var cache = new Cache(path, Checkpoints.Every(Checkpoints.Often));
        for (int round = seed * 1_000; ; round++)
        {
            Tell("fill", round);
            for (int i = 0; i < Records; i++)
                cache.Store(string.Create(CultureInfo.InvariantCulture, $"key {i}"), Storing.Payload("key", round));
            if (round % 2 == 0)
                cache.Flush();
            Tell("erase", round);
            cache.CompletelyEraseCache();
        }
    }

    private static void Tell(string what, int round) => Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{round}"));
}
