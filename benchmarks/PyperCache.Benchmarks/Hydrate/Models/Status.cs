using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A status of a feed.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Status
{
    public StatusMetadata Metadata { get; set; } = null!;

    public string CreatedAt { get; set; } = "";

    public long Id { get; set; }

    public string IdStr { get; set; } = "";

    public string Text { get; set; } = "";

    public string Source { get; set; } = "";

    public bool Truncated { get; set; }

    public long? InReplyToStatusId { get; set; }

    public string? InReplyToStatusIdStr { get; set; }

    public long? InReplyToUserId { get; set; }

    public string? InReplyToUserIdStr { get; set; }

    public string? InReplyToScreenName { get; set; }

    public Person User { get; set; } = null!;

    public string? Geo { get; set; }

    public string? Coordinates { get; set; }

    public string? Place { get; set; }

    public string? Contributors { get; set; }

    public Status? RetweetedStatus { get; set; }

    public int RetweetCount { get; set; }

    public int FavoriteCount { get; set; }

    public Entities Entities { get; set; } = null!;

    public bool Favorited { get; set; }

    public bool Retweeted { get; set; }

    public bool? PossiblySensitive { get; set; }

    public string Lang { get; set; } = "";
}
