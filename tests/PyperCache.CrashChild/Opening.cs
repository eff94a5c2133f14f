namespace PyperCache.CrashChild;

/// <summary>Tries to open a cache and tells how it went.</summary>
internal static class Opening
{
    public static int Run(string path)
    {
        try
        {
            using var cache = new Cache(path);
            Console.WriteLine($"opened {cache.Count}");
            return 0;
        }
        catch (IOException e)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }
}
