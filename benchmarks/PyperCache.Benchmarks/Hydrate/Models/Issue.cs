using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>An issue of a code forge: 15 of its 27 fields.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Issue
{
    public string HtmlUrl { get; set; } = "";

    public long Id { get; set; }

    public string NodeId { get; set; } = "";

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public IssueUser User { get; set; } = null!;

    public List<IssueLabel> Labels { get; set; } = [];

    public string State { get; set; } = "";

    public bool Locked { get; set; }

    public int Comments { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string AuthorAssociation { get; set; } = "";

    public string? Body { get; set; }
}
