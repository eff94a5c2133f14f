using PyperCache.Http;

namespace PyperCache.Tests.Refit;

[ApiClient<IWidgetApi>]
[ApiClient<ITokenApi>(Origin = "auth")]
public sealed partial class WidgetClient(ApiWrapperOptions options) : ApiWrapper(options)
{
    /// <summary>Finds a widget by its name.</summary>
    public Task<Widget> FindAsync(string name) =>
        RequestAsync<Widget>(HttpMethod.Get, $"/widgets/by-name/{PathValue(name)}", expiry: TimeSpan.FromHours(1));

    protected override void ConfigureClient(HttpClient http) => http.DefaultRequestHeaders.UserAgent.ParseAdd("widget-client/1.0");
}
