using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>What the text of a status holds.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Entities
{
    public List<Hashtag> Hashtags { get; set; } = [];

    public List<string> Symbols { get; set; } = [];

    public List<Link> Urls { get; set; } = [];

    public List<Mention> UserMentions { get; set; } = [];
}
