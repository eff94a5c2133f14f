using PyperCache.Models;

namespace OpenMeteo.Models;

[ApiModel(Validate = true)]
public readonly partial record struct DayRow(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("temperature_2m_max")] double HighC,
    [Alias("temperature_2m_min")] double LowC);
