using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>One hour of a forecast.</summary>
[ApiModel(Validate = true, KeepRaw = false, Naming = KeyNaming.SnakeCaseLower)]
internal readonly partial record struct HourRow(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("temperature_2m")] double Temperature,
    [Alias("relative_humidity_2m")] int Humidity,
    double Precipitation,
    [Alias("pressure_msl")] double Pressure,
    [Alias("wind_speed_10m")] double WindSpeed,
    [Alias("wind_direction_10m")] int WindDirection,
    int? WeatherCode);
