using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

/// <summary>A client without declared endpoints.</summary>
internal sealed class TestClient(ApiWrapperOptions options) : ApiWrapper(options)
{
    /// <summary>Called with the client of each origin.</summary>
    public Action<HttpClient> OnConfigure { get; init; } = static _ => { };

    /// <summary>Makes the handler; null for the one that clients make themselves.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    public static TestClient To(string url, TempFolder? folder = null, Action<ApiWrapperOptions>? set = null)
    {
        ApiWrapperOptions options = new() { Origins = { ["api"] = url }, CachePath = folder?.Path("cache.db") };
        set?.Invoke(options);
        return new TestClient(options);
    }

    protected override void ConfigureClient(HttpClient http) => OnConfigure(http);

    protected override HttpMessageHandler CreateHandler() => Handler?.Invoke() ?? base.CreateHandler();
}
