namespace PyperCache.CrashChild;

/// <summary>Reads a cache again and again; told a number, answers with the one that it finds there, which it has stored under another key by then.</summary>
internal static class Answering
{
    private const int Reads = 5;

    public static int Run(string path)
    {
        using var cache = new Cache(path);
        while (Console.In.ReadLine() is not null)
        {
            int found = 0;
            for (int i = 0; i < Reads; i++)
                found = cache.GetObject("question", 0);
            cache.Store("answer", $"{found}");
            Console.Out.WriteLine($"{found}");
        }

        return 0;
    }
}
