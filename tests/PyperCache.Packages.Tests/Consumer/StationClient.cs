using PyperCache.Http;

namespace Consumer;

[ApiClient<IStationApi>]
public sealed partial class StationClient() : ApiWrapper(new ApiWrapperOptions
{
    Origins = { ["api"] = "https://stations.example" },
    CachePath = "stations.db",
});
