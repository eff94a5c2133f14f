using PyperCache.Models;
using PyperCache.SnakeModels;

// What an assembly says of all its models needs one that says it: the tests of models are compiled into assemblies that say nothing.
[assembly: ApiModelDefaults(Naming = KeyNaming.SnakeCaseLower)]
[assembly: ApiModelFor<Station>]

namespace PyperCache.SnakeModels;

/// <summary>Says nothing of its own about keys.</summary>
[ApiModel(Validate = true)]
public sealed partial record Visit(int VisitId, string? UserName, [property: Alias("byHand")] bool IsManual = false, Station? LastStation = null)
{
    [Columns("air_pressure")]
    public IReadOnlyList<WeatherRow> AllReadings { get; init; } = [];
}

/// <summary>A row of columns.</summary>
[ApiModel(Validate = true)]
public readonly partial record struct WeatherRow(double AirPressure, int? WindSpeed);

/// <summary>A generic model.</summary>
[ApiModel(Validate = true)]
public sealed partial record Batch<T>(IReadOnlyList<T> AllItems, int TotalCount);

/// <summary>Has a naming of its own.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.CamelCase)]
public partial class CamelVisit
{
    /// <summary>Read from <c>visitId</c>.</summary>
    public required int VisitId { get; init; }
}

/// <summary>Derives from a model that has another naming.</summary>
[ApiModel(Validate = true)]
public sealed partial class SnakeVisit : CamelVisit
{
    /// <summary>Read from <c>user_name</c>.</summary>
    public required string UserName { get; init; }
}

/// <summary>No model, but registered.</summary>
public sealed class Station
{
    /// <summary>Read from <c>station_name</c>.</summary>
    public string? StationName { get; init; }
}
