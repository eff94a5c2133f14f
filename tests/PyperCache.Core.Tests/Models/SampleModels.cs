using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public partial record Post(int UserId, int Id, string Title, string Body);

[ApiModel(Validate = true, Strict = true, Naming = KeyNaming.SnakeCaseLower)]
public sealed partial record Location
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public double Latitude { get; init; } = double.NaN;

    public double? Elevation { get; init; }

    [Alias("admin1")]
    public string? Region { get; init; }

    [Alias("geo.timezone", "timezone")]
    public string TimeZone { get; init; } = "UTC";

    public Optional<string?> Note { get; init; }
}

[ApiModel(Validate = true)]
public readonly partial record struct HourRow(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("temperature_2m")] double TemperatureC,
    [Alias("weather_code")] int? WeatherCode);

[ApiModel(Validate = true)]
public partial class Forecast
{
    [Timestamp("yyyy-MM-dd HH:mm:ss")]
    public DateTimeOffset? IssuedAt { get; set; }

    public Lazy<Location> Place { get; init; } = null!;

    [Columns("time", "temperature_2m")]
    public Lazy<IReadOnlyList<HourRow>> Hourly { get; init; } = null!;

    [Shallow]
    public Lazy<List<Post>>? Related { get; init; }

    [Alias("alerts?level=red.title")]
    public IReadOnlyList<string> RedAlerts { get; init; } = [];

    public Dictionary<string, decimal> Prices { get; init; } = [];

    public JsonElement Extra { get; init; }
}
