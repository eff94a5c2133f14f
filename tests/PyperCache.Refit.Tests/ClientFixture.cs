using Microsoft.Extensions.Time.Testing;
using PyperCache.Core.Tests;
using PyperCache.Core.Tests.Http;
using PyperCache.Http;

namespace PyperCache.Tests.Refit;

/// <summary>A server with widgets, and a client of it with a cache and a clock of its own.</summary>
public abstract class ClientFixture
{
    private TempFolder _folder = null!;

    internal LoopbackServer Server { get; private set; } = null!;

    protected FakeTimeProvider Time { get; private set; } = null!;

    protected WidgetClient Client { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = new TempFolder();
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Server = await LoopbackServer.StartAsync();
        Server.OnJson("/clock", _ => $"{{\"tick\":{Server.Count}}}");
        Server.OnJson("/news", _ => $"{{\"tick\":{Server.Count}}}");
        Server.OnJson("/widgets", static c => c.Request.Method == "POST" ? """{"id":9,"name":"new"}""" : """[{"id":1,"name":"a"},{"id":2,"name":"b"}]""");
        Server.OnJson("/widgets/1", static _ => """{"id":1,"name":"a"}""");
        Server.OnJson("/widgets/2", static _ => """{"id":2,"name":"b"}""");
        Client = CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    protected WidgetClient CreateClient(Action<ApiWrapperOptions>? set = null)
    {
        ApiWrapperOptions options = new()
        {
            Origins = { ["api"] = Server.Url, ["auth"] = Server.Url + "/auth" },
            DefaultOrigin = "api",
            CachePath = _folder.Path("widgets.db"),
            TimeProvider = Time,
        };
        set?.Invoke(options);
        return new WidgetClient(options);
    }
}
