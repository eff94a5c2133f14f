using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>Links.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class UrlList
{
    public List<Link> Urls { get; set; } = [];
}
