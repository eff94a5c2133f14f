using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A forecast whose rows are objects.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class RecordForecast
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public string Timezone { get; set; } = "";

    [Columns("time", "temperature_2m")]
    public List<HourRecord> Hourly { get; set; } = [];
}
