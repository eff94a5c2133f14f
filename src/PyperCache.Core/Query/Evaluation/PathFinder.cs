using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Walks from a value along keys.</summary>
internal static class PathFinder
{
    /// <summary>Moves the cursor to the value at a path.</summary>
    /// <param name="cursor">At the value to start from.</param>
    /// <param name="path">The keys.</param>
    /// <param name="index">What is known of the payload already, or null.</param>
    /// <param name="walked">How many keys were found.</param>
    /// <param name="met">The kind of the value at which the cursor ends up.</param>
    /// <returns>False when a key is missing, or the value there is no object; the cursor is then at the value without the key.</returns>
    public static bool TryFind(ref JsonCursor cursor, ReadOnlySpan<KeyPattern> path, MemberIndex? index, out int walked, out JsonValueKind met)
    {
        for (walked = 0; walked < path.Length; walked++)
        {
            met = cursor.Peek();
            if (met != JsonValueKind.Object)
                return false;
            int value = Find(ref cursor, path[walked], index);
            if (value < 0)
                return false;
            cursor.Position = value;
        }

        met = cursor.Peek();
        return true;
    }

    /// <summary>The offset of the value of a member, or -1; the cursor stays at the object.</summary>
    private static int Find(ref JsonCursor cursor, KeyPattern key, MemberIndex? index)
    {
        (int start, int depth) = (cursor.Position, cursor.Depth);
        if (index is null || !index.TryFind(cursor.Json, start, key, out int value))
            value = Search(ref cursor, key);
        (cursor.Position, cursor.Depth) = (start, depth);
        return value;
    }

    private static int Search(ref JsonCursor cursor, KeyPattern key)
    {
        int found = -1;
        bool started = false;
        cursor.BeginObject();
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped))
        {
            if (key.Matches(rawKey, escaped) && (found < 0 || DuplicateKeys.IsNear(found, cursor.Position - 1)))
            {
                found = cursor.Position;
                if (!DuplicateKeys.FollowNear(cursor.Json, found, key))
                    return found;
            }

            cursor.Skip();
        }

        return found;
    }
}
