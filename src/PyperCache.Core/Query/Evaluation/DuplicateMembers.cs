using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Takes the members out of a result whose key comes again later in the same object: the last one wins, whether or not it matches.</summary>
internal static class DuplicateMembers
{
    /// <param name="json">All bytes.</param>
    /// <param name="container">The offset of the object.</param>
    /// <param name="matches">Matches in the object, each a whole member or a value inside of one.</param>
    public static void Remove(ReadOnlySpan<byte> json, int container, List<JsonSlice> matches)
    {
        Dictionary<string, int> lastValues = LastValues(json, container, out bool anyTwice);
        if (!anyTwice)
            return;
        int[] starts = [.. lastValues.Values.Order()];
        var ends = new int[starts.Length];
        for (int i = 0; i < starts.Length; i++)
            ends[i] = JsonMoves.EndOfValue(json, starts[i]);
        matches.RemoveAll(match => !IsInside(match, starts, ends));
    }

    private static bool IsInside(JsonSlice match, int[] starts, int[] ends)
    {
        int i = Array.BinarySearch(starts, match.Start);
        if (i < 0)
            i = ~i - 1;
        return i >= 0 && match.End <= ends[i];
    }

    private static Dictionary<string, int> LastValues(ReadOnlySpan<byte> json, int container, out bool anyTwice)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        int members = 0;
        bool started = false;
        var cursor = new JsonCursor(json) { Position = container };
        cursor.BeginObject();
        for (; cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped); members++)
        {
            cursor.Peek();
            values[JsonCursor.KeyText(rawKey, escaped)] = cursor.Position;
            cursor.Skip();
        }

        anyTwice = values.Count < members;
        return values;
    }
}
