using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A link.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Link
{
    public string Url { get; set; } = "";

    public string ExpandedUrl { get; set; } = "";

    public string DisplayUrl { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
