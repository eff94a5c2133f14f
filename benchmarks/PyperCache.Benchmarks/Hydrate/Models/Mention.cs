using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A mention of a user.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Mention
{
    public string ScreenName { get; set; } = "";

    public string Name { get; set; } = "";

    public long Id { get; set; }

    public string IdStr { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
