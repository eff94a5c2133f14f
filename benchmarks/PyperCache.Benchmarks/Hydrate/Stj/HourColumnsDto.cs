using System.Text.Json.Serialization;

namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>The columns of a forecast.</summary>
internal sealed class HourColumnsDto
{
    public List<long> Time { get; set; } = [];

    [JsonPropertyName("temperature_2m")]
    public List<double> Temperature { get; set; } = [];

    [JsonPropertyName("relative_humidity_2m")]
    public List<int> Humidity { get; set; } = [];

    public List<double> Precipitation { get; set; } = [];

    [JsonPropertyName("pressure_msl")]
    public List<double> Pressure { get; set; } = [];

    [JsonPropertyName("wind_speed_10m")]
    public List<double> WindSpeed { get; set; } = [];

    [JsonPropertyName("wind_direction_10m")]
    public List<int> WindDirection { get; set; } = [];

    public List<int?> WeatherCode { get; set; } = [];

    /// <summary>The rows that the columns make up.</summary>
    public List<HourRowDto> ToRows()
    {
        var rows = new List<HourRowDto>(Time.Count);
        for (int i = 0; i < Time.Count; i++)
        {
            rows.Add(new HourRowDto(
                DateTimeOffset.FromUnixTimeSeconds(Time[i]), Temperature[i], Humidity[i], Precipitation[i], Pressure[i], WindSpeed[i], WindDirection[i], WeatherCode[i]));
        }

        return rows;
    }
}
