using PyperCache.Http;
using Refit;

namespace Consumer;

[CacheFor(300)]
public interface IStationApi
{
    [Get("/stations/{id}")]
    Task<Station> GetStationAsync(int id);
}
