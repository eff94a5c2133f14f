namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>What a status says about itself, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class StatusMetadataDto
{
    public string ResultType { get; set; } = "";

    public string IsoLanguageCode { get; set; } = "";
}
