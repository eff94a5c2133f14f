using Microsoft.Extensions.Time.Testing;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

/// <summary>A server whose answers count up, a folder for caches, a clock, and clients of all that whose answers are fresh for five minutes.</summary>
public abstract class CachingFixture
{
    protected FakeTimeProvider Time { get; private set; } = null!;

    internal LoopbackServer Server { get; private set; } = null!;

    internal TempFolder Folder { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Folder = new TempFolder();
        Server = await LoopbackServer.StartAsync();
        Server.OnJson("*", _ => $"{{\"n\":{Server.Count}}}");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }

    internal TestClient Client(Action<ApiWrapperOptions>? set = null)
    {
        ApiWrapperOptions options = Options();
        set?.Invoke(options);
        return new TestClient(options);
    }

    /// <summary>The number in the answer to a GET.</summary>
    internal static async Task<int> NumberAsync(TestClient client, string path) => (await client.RequestAsync(HttpMethod.Get, path)).GetProperty("n").GetInt32();

    protected ApiWrapperOptions Options() => new()
    {
        Origins = { ["api"] = Server.Url },
        CachePath = Folder.Path("cache.db"),
        DefaultExpiry = TimeSpan.FromMinutes(5),
        TimeProvider = Time,
    };
}
