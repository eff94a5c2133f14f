using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>The author of an issue.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class IssueUser
{
    public string Login { get; set; } = "";

    public long Id { get; set; }

    public string AvatarUrl { get; set; } = "";

    public string HtmlUrl { get; set; } = "";

    public string Type { get; set; } = "";

    public bool SiteAdmin { get; set; }
}
