using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>One hour of a forecast, as an object made by one constructor call.</summary>
[ApiModel(Validate = true, KeepRaw = false, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial record HourRecord(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("temperature_2m")] double Temperature,
    [Alias("relative_humidity_2m")] int Humidity,
    double Precipitation,
    [Alias("pressure_msl")] double Pressure,
    [Alias("wind_speed_10m")] double WindSpeed,
    [Alias("wind_direction_10m")] int WindDirection,
    int? WeatherCode);
