namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>7 of the 70 fields of a status and its user, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class SparseStatusDto
{
    public long Id { get; set; }

    public string Text { get; set; } = "";

    public SparsePersonDto User { get; set; } = null!;

    public int RetweetCount { get; set; }

    public string Lang { get; set; } = "";
}
