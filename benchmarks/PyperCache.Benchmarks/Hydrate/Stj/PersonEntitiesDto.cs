namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>The links of a user, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class PersonEntitiesDto
{
    public UrlListDto Description { get; set; } = null!;
}
