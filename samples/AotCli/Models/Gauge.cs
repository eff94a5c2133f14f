using PyperCache.Models;

namespace AotCli.Models;

/// <summary>A tide gauge and what it measured.</summary>
[ApiModel(Validate = true, Strict = true)]
public sealed partial record Gauge
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    [Alias("place.harbour")]
    public string Harbour { get; init; } = "";

    [Timestamp]
    public DateTimeOffset InstalledAt { get; init; }

    [Columns("time", "level_m")]
    public Lazy<IReadOnlyList<Level>> Levels { get; init; } = null!;
}
