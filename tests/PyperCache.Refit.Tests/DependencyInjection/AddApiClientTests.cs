using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using PyperCache.Core.Tests;
using PyperCache.Core.Tests.Http;
using PyperCache.Http;

namespace PyperCache.Tests.Refit;

public class AddApiClientTests
{
    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [SetUp]
    public async Task StartAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _server.On("/widgets/1", """{"id":1,"name":"a"}""");
    }

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task A_client_comes_under_its_interface_with_its_options_changed()
    {
        ServiceCollection services = new();
        services.AddApiClient<IWidgetClient, WidgetClient>(Create, o => o.CachePath = _folder.Path("one.db"));
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            IWidgetClient client = provider.GetRequiredService<IWidgetClient>();
            await client.GetWidgetAsync(1);
            await client.GetWidgetAsync(1);

            Assert.That(client, Is.SameAs(provider.GetRequiredService<WidgetClient>()));
        }

        Assert.That(_server.Count, Is.EqualTo(1));
        Assert.That(File.Exists(_folder.Path("one.db")), Is.True);
    }

    [Test]
    public async Task A_client_whose_constructor_has_defaults_needs_no_function()
    {
        ServiceCollection services = new();
        services.AddApiClient<ApiWrapper, PlainClient>(o => o.Origins["api"] = _server.Url);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That((await provider.GetRequiredService<PlainClient>().RequestAsync<Widget>(HttpMethod.Get, "/widgets/1")).Name, Is.EqualTo("a"));
    }

    [Test]
    public async Task Resilience_works_behind_the_cache()
    {
        int failures = 2;
        _server.On("/widgets/1", c => failures-- > 0 ? LoopbackServer.WriteAsync(c, "busy", "text/plain", 503) : LoopbackServer.WriteAsync(c, """{"id":1,"name":"a"}"""));
        ServiceCollection services = new();
        services.AddApiClient<IWidgetClient, WidgetClient>(Create, o => o.CachePath = _folder.Path("resilient.db"))
            .AddStandardResilienceHandler(static o => (o.Retry.Delay, o.Retry.UseJitter) = (TimeSpan.FromMilliseconds(1), false));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IWidgetClient client = provider.GetRequiredService<IWidgetClient>();

        await client.GetWidgetAsync(1);
        await client.GetWidgetAsync(1);

        Assert.That(_server.Count, Is.EqualTo(3), "two retries, then a hit that asks nobody");
    }

    [Test]
    public async Task Options_come_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Origins:api"] = _server.Url,
            ["Timeout"] = "00:00:03",
            ["CachePath"] = _folder.Path("configured.db"),
            ["Replay"] = "ReplayOnly",
        }).Build();
        ServiceCollection services = new();
        services.AddApiClient<ApiWrapper, PlainClient>().ConfigureApiClient(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThatAsync(() => provider.GetRequiredService<PlainClient>().RequestAsync(HttpMethod.Get, "/x"), Throws.TypeOf<ReplayMissException>());
    }

    [Test]
    public void A_setting_of_the_wrong_form_is_named()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Timeout"] = "soon" }).Build();
        ServiceCollection services = new();
        services.AddApiClient<ApiWrapper, PlainClient>().ConfigureApiClient(configuration);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<PlainClient>(), Throws.TypeOf<FormatException>().With.Message.Contain("Timeout").And.Message.Contain("soon"));
    }

    [Test]
    public async Task Clients_can_share_a_cache_by_name()
    {
        ServiceCollection services = new();
        services.AddApiCache("shared", _folder.Path("shared.db"));
        services.AddApiClient<IWidgetClient, WidgetClient>(Create).UseApiCache("shared");
        services.AddApiClient<ApiWrapper, PlainClient>(o => o.Origins["api"] = _server.Url).UseApiCache("shared");
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IWidgetClient>().GetWidgetAsync(1);
        await provider.GetRequiredService<PlainClient>().RequestAsync(HttpMethod.Get, "/widgets/1");
        _ = provider.GetRequiredService<WidgetClient>().Cache;
        _ = provider.GetRequiredService<PlainClient>().Cache;

        Assert.That(provider.GetRequiredKeyedService<Cache>("shared").Count, Is.EqualTo(2), "one cache, and each client has keys of its own");
    }

    [Test]
    public async Task A_client_in_use_cannot_be_changed()
    {
        await using PlainClient client = new();
        client.GetHttpClient();

        Assert.That(() => client.ConfigureOptions(static _ => { }), Throws.InvalidOperationException);
    }

    private WidgetClient Create(IServiceProvider provider) =>
        new(new ApiWrapperOptions { Origins = { ["api"] = _server.Url, ["auth"] = _server.Url }, DefaultOrigin = "api" });

    private sealed class PlainClient(string url = "http://unset.example") : ApiWrapper(new ApiWrapperOptions { Origins = { ["api"] = url } });
}
