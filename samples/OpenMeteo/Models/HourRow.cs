using PyperCache.Models;

namespace OpenMeteo.Models;

[ApiModel(Validate = true)]
public readonly partial record struct HourRow(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("temperature_2m")] double TemperatureC,
    [Alias("precipitation_probability")] int? RainPercent,
    [Alias("weather_code")] int? WeatherCode);
