using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A hashtag.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Hashtag
{
    public string Text { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
