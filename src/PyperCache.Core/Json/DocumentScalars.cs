using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyperCache.Json;

/// <summary>Reads any value into the document types of System.Text.Json, which keep their own copy of the bytes.</summary>
internal static class DocumentScalars
{
    public static bool TryRead(ref JsonCursor cursor, out JsonElement value)
    {
        int start = cursor.Position;
        cursor.SkipChecked();
        value = JsonElement.Parse(cursor.Json[start..cursor.Position]);
        return true;
    }

    public static bool TryRead(ref JsonCursor cursor, [NotNullWhen(true)] out JsonNode? value)
    {
        value = null;
        if (cursor.TryReadNull())
            return false;
        int start = cursor.Position;
        cursor.SkipChecked();
        value = JsonNode.Parse(cursor.Json[start..cursor.Position])!;
        return true;
    }

    public static bool TryRead(ref JsonCursor cursor, out object value)
    {
        if (cursor.TryReadNull())
        {
            value = null!;
            return true;
        }

        TryRead(ref cursor, out JsonElement element);
        value = element;
        return true;
    }
}
