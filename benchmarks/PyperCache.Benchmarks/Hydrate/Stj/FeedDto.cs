namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A page of a social feed, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class FeedDto
{
    public List<StatusDto> Statuses { get; set; } = [];

    public SearchMetadataDto SearchMetadata { get; set; } = null!;
}
