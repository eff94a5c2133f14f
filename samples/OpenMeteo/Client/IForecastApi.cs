using OpenMeteo.Models;
using PyperCache.Http;
using Refit;

namespace OpenMeteo.Client;

/// <summary>Forecasts, new every quarter of an hour. When the host is away, one of yesterday is better than none.</summary>
[CacheFor(900, StaleIfError = 86_400)]
public interface IForecastApi
{
    [Get("/v1/forecast?hourly=temperature_2m,precipitation_probability,weather_code&daily=temperature_2m_max,temperature_2m_min&timezone=auto&timeformat=unixtime")]
    Task<Forecast> GetForecastAsync(double latitude, double longitude, [AliasAs("forecast_days")] int days, CancellationToken cancellationToken = default);
}
