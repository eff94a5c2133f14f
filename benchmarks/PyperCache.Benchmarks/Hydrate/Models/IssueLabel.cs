using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A label of an issue.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class IssueLabel
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Color { get; set; } = "";

    public string? Description { get; set; }
}
