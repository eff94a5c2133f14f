using PyperCache.Models;

namespace AotCli.Models;

/// <summary>One measurement: a row of a gauge's columns.</summary>
[ApiModel(Validate = true)]
public readonly partial record struct Level(
    [Timestamp(Unit = TimestampUnit.Seconds)] DateTimeOffset Time,
    [Alias("level_m")] double Metres);
