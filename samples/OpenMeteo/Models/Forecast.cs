using PyperCache.Models;

namespace OpenMeteo.Models;

/// <summary>A forecast. The API sends its tables as parallel arrays; here they are rows, made when they are first asked for.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
public sealed partial record Forecast
{
    public required int UtcOffsetSeconds { get; init; }

    [Columns("time", "temperature_2m")]
    public required Lazy<IReadOnlyList<HourRow>> Hourly { get; init; }

    [Columns("time", "temperature_2m_max")]
    public required Lazy<IReadOnlyList<DayRow>> Daily { get; init; }

    /// <summary>What the clocks at the place are ahead of UTC.</summary>
    public TimeSpan UtcOffset => TimeSpan.FromSeconds(UtcOffsetSeconds);
}
