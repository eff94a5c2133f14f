using AotCli.Models;
using PyperCache.Http;
using Refit;

namespace AotCli.Client;

[CacheFor(300)]
public interface IGaugeApi
{
    [Get("/gauges")]
    Task<IReadOnlyList<Gauge>> ListGaugesAsync(string? harbour = null);

    [Get("/gauges/{id}")]
    Task<Gauge> GetGaugeAsync(int id);

    [Post("/gauges"), Invalidates("/gauges*")]
    Task<Gauge> AddGaugeAsync([Body] NewGauge gauge);
}
