namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A hashtag, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class HashtagDto
{
    public string Text { get; set; } = "";

    public List<int> Indices { get; set; } = [];
}
