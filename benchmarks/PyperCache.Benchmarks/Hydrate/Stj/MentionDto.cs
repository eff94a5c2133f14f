namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A mention of a user, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class MentionDto
{
    public string ScreenName { get; set; } = "";

    public string Name { get; set; } = "";

    public long Id { get; set; }

    public string IdStr { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
