using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Walks from a value along keys.</summary>
internal static class PathFinder
{
    /// <summary>
    /// How far behind a found key a second one of the same name is looked for. Of duplicate keys the last wins; but a key that comes early
    /// in a large payload is to be found at once, without reading all that follows.
    /// </summary>
    private const int DuplicateWindow = 4096;

    /// <summary>Moves the cursor to the value at a path.</summary>
    /// <param name="cursor">At the value to start from.</param>
    /// <param name="path">The keys.</param>
    /// <param name="walked">How many keys were found.</param>
    /// <param name="met">The kind of the value at which the cursor ends up.</param>
    /// <returns>False when a key is missing, or the value there is no object; the cursor is then at the value without the key.</returns>
    public static bool TryFind(ref JsonCursor cursor, ReadOnlySpan<KeyPattern> path, out int walked, out JsonValueKind met)
    {
        for (walked = 0; walked < path.Length; walked++)
        {
            met = cursor.Peek();
            int start = cursor.Position;
            if (met != JsonValueKind.Object)
                return false;
            if (TryFindMember(ref cursor, path[walked]))
                continue;
            cursor.Position = start;
            return false;
        }

        met = cursor.Peek();
        return true;
    }

    private static bool TryFindMember(ref JsonCursor cursor, KeyPattern key)
    {
        int depth = cursor.Depth + 1;
        int found = -1;
        bool started = false;
        cursor.BeginObject();
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped))
        {
            if (key.Matches(rawKey, escaped))
            {
                found = cursor.Position;
                if (!IsRepeatedSoon(cursor.Json, found, key))
                    return true;
            }

            cursor.Skip();
        }

        if (found < 0)
            return false;
        cursor.Position = found;
        cursor.Depth = depth;
        return true;
    }

    private static bool IsRepeatedSoon(ReadOnlySpan<byte> json, int value, KeyPattern key)
    {
        int end = Math.Min(json.Length, value + DuplicateWindow);
        ReadOnlySpan<byte> window = json[value..end];
        if (window.IndexOf(key.Quoted) < 0 && window.IndexOf("\\u"u8) < 0)
            return false;
        var siblings = new SiblingScanner(json, value, end);
        return siblings.Contains(key);
    }
}
