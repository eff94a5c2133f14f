namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>What a feed says about itself, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class SearchMetadataDto
{
    public double CompletedIn { get; set; }

    public long MaxId { get; set; }

    public string Query { get; set; } = "";

    public int Count { get; set; }
}
