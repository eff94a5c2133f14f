using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A feed of which little is wanted.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class SparseFeed
{
    public List<SparseStatus> Statuses { get; set; } = [];
}
