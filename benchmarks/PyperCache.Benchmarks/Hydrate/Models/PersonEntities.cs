using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>The links of a user.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class PersonEntities
{
    public UrlList Description { get; set; } = null!;
}
