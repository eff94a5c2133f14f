using PyperCache.Http;
using PyperCache.Samples;

namespace AotCli.Client;

[ApiClient<IGaugeApi>]
public sealed partial class GaugeClient(string folder, Uri server) : ApiWrapper(new ApiWrapperOptions
{
    Origins = { ["api"] = "https://gauges.example" },
    CachePath = Path.Combine(folder, "gauges.db"),
    RequestLogPath = Path.Combine(folder, "gauges.log"),
})
{
    protected override HttpMessageHandler CreateHandler() => new LoopbackHandler(server, base.CreateHandler());
}
