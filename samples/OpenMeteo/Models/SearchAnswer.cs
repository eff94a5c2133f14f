using PyperCache.Models;

namespace OpenMeteo.Models;

/// <summary>What the geocoding API answers. Where nothing is found, the key is missing.</summary>
[ApiModel(Validate = true)]
public sealed partial record SearchAnswer
{
    [Alias("results")]
    public IReadOnlyList<Place> Places { get; init; } = [];
}
