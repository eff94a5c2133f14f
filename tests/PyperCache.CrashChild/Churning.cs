namespace PyperCache.CrashChild;

/// <summary>Stores large records under few keys.</summary>
internal static class Churning
{
    private const int Keys = 10;
    private const int Bytes = 100_000;

    public static int Run(string path, int stores)
    {
        using var cache = new Cache(path);
        for (int i = 0; i < stores; i++)
            cache.Store($"key {i % Keys}", $"\"{new string((char)('a' + (i % 26)), Bytes)}\"");
        return 0;
    }
}
