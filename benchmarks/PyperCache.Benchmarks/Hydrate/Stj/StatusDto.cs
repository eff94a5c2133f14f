namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A status of a feed, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class StatusDto
{
    public StatusMetadataDto Metadata { get; set; } = null!;

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

    public PersonDto User { get; set; } = null!;

    public string? Geo { get; set; }

    public string? Coordinates { get; set; }

    public string? Place { get; set; }

    public string? Contributors { get; set; }

    public StatusDto? RetweetedStatus { get; set; }

    public int RetweetCount { get; set; }

    public int FavoriteCount { get; set; }

    public EntitiesDto Entities { get; set; } = null!;

    public bool Favorited { get; set; }

    public bool Retweeted { get; set; }

    public bool? PossiblySensitive { get; set; }

    public string Lang { get; set; } = "";
}
