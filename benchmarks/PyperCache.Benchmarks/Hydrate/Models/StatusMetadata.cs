using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>What a status says about itself.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class StatusMetadata
{
    public string ResultType { get; set; } = "";

    public string IsoLanguageCode { get; set; } = "";
}
