namespace PyperCache.CrashChild;

/// <summary>Stores one record.</summary>
internal static class Putting
{
    public static int Run(string path, string key, string json)
    {
        using var cache = new Cache(path);
        cache.Store(key, json);
        return 0;
    }
}
