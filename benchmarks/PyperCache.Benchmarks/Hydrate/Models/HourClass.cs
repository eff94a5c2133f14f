using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>One hour of a forecast, as an object whose members are set one by one.</summary>
[ApiModel(Validate = true, KeepRaw = false, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class HourClass
{
    [Timestamp(Unit = TimestampUnit.Seconds)]
    public DateTimeOffset Time { get; set; }

    [Alias("temperature_2m")]
    public double Temperature { get; set; }

    [Alias("relative_humidity_2m")]
    public int Humidity { get; set; }

    public double Precipitation { get; set; }

    [Alias("pressure_msl")]
    public double Pressure { get; set; }

    [Alias("wind_speed_10m")]
    public double WindSpeed { get; set; }

    [Alias("wind_direction_10m")]
    public int WindDirection { get; set; }

    public int? WeatherCode { get; set; }
}
