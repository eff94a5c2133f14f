namespace PyperCache.Query.Evaluation;

/// <summary>A value in the payload, and its key when it is half of a pair.</summary>
/// <param name="Start">The offset of the first byte.</param>
/// <param name="End">The offset behind the last byte; 0 when nobody has looked for it yet.</param>
/// <param name="Colon">The offset of the colon behind the key; 0 when the value is no half of a pair.</param>
internal readonly record struct JsonSlice(int Start, int End, int Colon = 0)
{
    public bool IsPair => Colon > 0;
}
