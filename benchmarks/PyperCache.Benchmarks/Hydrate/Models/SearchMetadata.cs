using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>What a feed says about itself.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class SearchMetadata
{
    public double CompletedIn { get; set; }

    public long MaxId { get; set; }

    public string Query { get; set; } = "";

    public int Count { get; set; }
}
