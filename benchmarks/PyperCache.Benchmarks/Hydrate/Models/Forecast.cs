using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A forecast whose columns are read as rows.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Forecast
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public string Timezone { get; set; } = "";

    [Columns("time", "temperature_2m")]
    public List<HourRow> Hourly { get; set; } = [];
}
