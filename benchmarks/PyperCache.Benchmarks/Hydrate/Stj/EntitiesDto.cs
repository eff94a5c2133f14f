namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>What the text of a status holds, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class EntitiesDto
{
    public List<HashtagDto> Hashtags { get; set; } = [];

    public List<string> Symbols { get; set; } = [];

    public List<LinkDto> Urls { get; set; } = [];

    public List<MentionDto> UserMentions { get; set; } = [];
}
