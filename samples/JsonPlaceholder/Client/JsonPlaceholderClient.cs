using PyperCache.Http;
using PyperCache.Samples;

namespace JsonPlaceholder.Client;

/// <summary>The whole client: the endpoints are declared in <see cref="IJsonPlaceholderApi"/>, the generator writes the rest.</summary>
/// <param name="cachePath">The cache file; its extension picks the format.</param>
/// <param name="requestLogPath">The file that gets a line for each request that went to the network.</param>
/// <param name="server">A server that plays the host; null for the host itself.</param>
[ApiClient<IJsonPlaceholderApi>]
public sealed partial class JsonPlaceholderClient(
    string cachePath = "jsonplaceholder_cache.db",
    string requestLogPath = "jsonplaceholder_requests.log",
    Uri? server = null)
    : ApiWrapper(new ApiWrapperOptions
    {
        Origins = { ["api"] = "https://jsonplaceholder.typicode.com" },
        CachePath = cachePath,
        DefaultExpiry = TimeSpan.FromMinutes(5),
        RequestLogPath = requestLogPath,
    })
{
    protected override void ConfigureClient(HttpClient http) => http.DefaultRequestHeaders.UserAgent.ParseAdd("pypercache-sample/1.0");

    // Only the sample needs this, to be shown without internet.
    protected override HttpMessageHandler CreateHandler() =>
        server is null ? base.CreateHandler() : new LoopbackHandler(server, base.CreateHandler());
}
