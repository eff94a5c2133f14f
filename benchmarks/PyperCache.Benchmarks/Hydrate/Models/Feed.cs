using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A page of a social feed.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class Feed
{
    public List<Status> Statuses { get; set; } = [];

    public SearchMetadata SearchMetadata { get; set; } = null!;
}
