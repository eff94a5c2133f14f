using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Small moves over JSON text.</summary>
internal static class JsonMoves
{
    public static int SkipWhiteSpace(ReadOnlySpan<byte> json, int position) =>
        position < json.Length && json[position] > ' ' ? position : SkipSomeWhiteSpace(json, position);

    private static int SkipSomeWhiteSpace(ReadOnlySpan<byte> json, int position)
    {
        while (position < json.Length && json[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            position++;
        return position;
    }

    /// <summary>The offset behind the value that starts at an offset.</summary>
    public static int EndOfValue(ReadOnlySpan<byte> json, int start)
    {
        if (json[start] == '"')
        {
            int length = json[(start + 1)..].IndexOfAny((byte)'"', (byte)'\\');
            if (length >= 0 && json[start + 1 + length] == '"')
                return start + length + 2;
        }

        var cursor = new JsonCursor(json) { Position = start };
        cursor.Skip();
        return cursor.Position;
    }

    /// <summary>The value that starts at an offset, as an outcome.</summary>
    public static Outcome ValueAt(ReadOnlySpan<byte> json, int start)
    {
        var cursor = new JsonCursor(json) { Position = start };
        return new Outcome(start, cursor.Peek(), null);
    }
}
