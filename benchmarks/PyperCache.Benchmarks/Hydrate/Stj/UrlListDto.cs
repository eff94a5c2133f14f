namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>Links, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class UrlListDto
{
    public List<LinkDto> Urls { get; set; } = [];
}
