using PyperCache.Http;
using PyperCache.Samples;

namespace OpenMeteo.Client;

/// <summary>One client for two hosts. <c>client.At("Phoenix").ForecastAsync(days: 3)</c> asks first one, then the other.</summary>
/// <param name="cachePath">The cache file; its extension picks the format.</param>
/// <param name="requestLogPath">The file that gets a line for each request that went to the network.</param>
/// <param name="server">A server that plays both hosts; null for the hosts themselves.</param>
[ApiClient<IForecastApi>]
[ApiClient<IGeocodingApi>(Origin = "geocoding")]
public sealed partial class OpenMeteoClient(
    string cachePath = "openmeteo_cache.db",
    string requestLogPath = "openmeteo_requests.log",
    Uri? server = null)
    : ApiWrapper(new ApiWrapperOptions
    {
        Origins = { ["forecast"] = "https://api.open-meteo.com", ["geocoding"] = "https://geocoding-api.open-meteo.com" },
        DefaultOrigin = "forecast",
        CachePath = cachePath,
        RequestLogPath = requestLogPath,
    })
{
    /// <summary>A place by its name. Nothing is asked yet.</summary>
    public PlaceClient At(string name) => new(this, name);

    // Only the sample needs this, to be shown without internet.
    protected override HttpMessageHandler CreateHandler() =>
        server is null ? base.CreateHandler() : new LoopbackHandler(server, base.CreateHandler());
}
