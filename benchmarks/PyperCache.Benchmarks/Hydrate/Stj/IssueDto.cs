namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>An issue of a code forge: 15 of its 27 fields, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class IssueDto
{
    public string HtmlUrl { get; set; } = "";

    public long Id { get; set; }

    public string NodeId { get; set; } = "";

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public IssueUserDto User { get; set; } = null!;

    public List<IssueLabelDto> Labels { get; set; } = [];

    public string State { get; set; } = "";

    public bool Locked { get; set; }

    public int Comments { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string AuthorAssociation { get; set; } = "";

    public string? Body { get; set; }
}
