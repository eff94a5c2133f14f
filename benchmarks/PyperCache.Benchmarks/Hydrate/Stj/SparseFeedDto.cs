namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A feed of which little is wanted, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class SparseFeedDto
{
    public List<SparseStatusDto> Statuses { get; set; } = [];
}
