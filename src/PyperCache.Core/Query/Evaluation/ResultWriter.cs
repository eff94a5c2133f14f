namespace PyperCache.Query.Evaluation;

/// <summary>Makes JSON of an outcome.</summary>
internal static class ResultWriter
{
    /// <summary>The value as a slice of the payload, or several values as a new JSON array.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="outcome">Not unset.</param>
    /// <param name="pairsAsValues">Whether of a pair its value is written, rather than an array of the key and the value.</param>
    public static ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> payload, Outcome outcome, bool pairsAsValues)
    {
        if (outcome.Plan is null)
            return payload[outcome.Start..JsonMoves.EndOfValue(payload.Span, outcome.Start)];
        return WriteArray(payload.Span, MatchCollector.Collect(payload.Span, outcome), pairsAsValues);
    }

    public static byte[] WriteArray(ReadOnlySpan<byte> json, List<JsonSlice> slices, bool pairsAsValues)
    {
        var array = new List<byte>(2 + slices.Sum(slice => slice.End - slice.Start + 1)) { (byte)'[' };
        foreach (JsonSlice slice in slices)
        {
            if (array.Count > 1)
                array.Add((byte)',');
            ReadOnlySpan<byte> value = json[slice.Start..slice.End];
            if (slice.IsPair && !pairsAsValues)
                AppendPair(array, KeyPattern.KeyBefore(json, slice.Colon), value);
            else
                array.AddRange(value);
        }

        array.Add((byte)']');
        return [.. array];
    }

    private static void AppendPair(List<byte> array, ReadOnlySpan<byte> rawKey, ReadOnlySpan<byte> value)
    {
        array.AddRange("[\""u8);
        array.AddRange(rawKey);
        array.AddRange("\","u8);
        array.AddRange(value);
        array.Add((byte)']');
    }
}
