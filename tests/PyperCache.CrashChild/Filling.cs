namespace PyperCache.CrashChild;

/// <summary>Stores until the disk, or what it is allowed of it, is full; then once more, something small.</summary>
internal static class Filling
{
    public static int Run(string path)
    {
        using var cache = new Cache(path);
        for (int i = 0; ; i++)
        {
            try
            {
                cache.Store($"key {i}", Storing.Payload($"key {i}", 25 + (26 * i)));
                Console.WriteLine($"stored\tkey {i}\t{25 + (26 * i)}");
            }
            catch (IOException e)
            {
                Console.WriteLine($"failed\t{e.GetType().Name}\t{e.Message}");
                Console.WriteLine($"still\t{cache.Has("key 0")}\t{cache.Get("key 0").Payload.Length}");
                return 0;
            }
        }
    }
}
