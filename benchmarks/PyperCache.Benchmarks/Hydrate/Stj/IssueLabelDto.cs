namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A label of an issue, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class IssueLabelDto
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Color { get; set; } = "";

    public string? Description { get; set; }
}
