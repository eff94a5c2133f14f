using System.Text.Json.Serialization;

namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A forecast as System.Text.Json can read it: columns, of which rows are made afterwards.</summary>
internal sealed class ForecastDto
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public string Timezone { get; set; } = "";

    public HourColumnsDto Hourly { get; set; } = null!;

    [JsonIgnore]
    public List<HourRowDto> Rows { get; set; } = [];
}
