namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A link, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class LinkDto
{
    public string Url { get; set; } = "";

    public string ExpandedUrl { get; set; } = "";

    public string DisplayUrl { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
