using Microsoft.Extensions.Logging;

namespace PyperCache.CrashChild;

/// <summary>Stores until the disk, or what it is allowed of it, is full; then looks whether the first record is still there. Tells what was reported too.</summary>
internal sealed class Filling : ILogger
{
    public static int Run(string path, CacheOptions options)
    {
        using var cache = new Cache(path, options with { Logger = new Filling() });
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

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Console.WriteLine($"reported\t{eventId.Name}\t{exception?.GetType().Name}");
}
