using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>7 of the 70 fields of a status and its user.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class SparseStatus
{
    public long Id { get; set; }

    public string Text { get; set; } = "";

    public SparsePerson User { get; set; } = null!;

    public int RetweetCount { get; set; }

    public string Lang { get; set; } = "";
}
