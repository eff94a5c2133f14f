namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>The author of an issue, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class IssueUserDto
{
    public string Login { get; set; } = "";

    public long Id { get; set; }

    public string AvatarUrl { get; set; } = "";

    public string HtmlUrl { get; set; } = "";

    public string Type { get; set; } = "";

    public bool SiteAdmin { get; set; }
}
