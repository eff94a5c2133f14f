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
        value = ReadNode(ref cursor);
        return value is not null;
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

    /// <summary>Builds the tree member by member: <see cref="JsonNode.Parse(ReadOnlySpan{byte}, JsonNodeOptions?, JsonDocumentOptions)"/> does not let the last of two equal keys win.</summary>
    private static JsonNode? ReadNode(ref JsonCursor cursor)
    {
        if (cursor.TryReadNull())
            return null;
        if (cursor.BeginObject())
            return ReadObject(ref cursor);
        if (cursor.BeginArray())
            return ReadArray(ref cursor);
        TryRead(ref cursor, out JsonElement scalar);
        return JsonValue.Create(scalar);
    }

    private static JsonObject ReadObject(ref JsonCursor cursor)
    {
        JsonObject node = [];
        for (bool started = false; cursor.NextMember(ref started, out ReadOnlySpan<byte> key, out bool escaped);)
        {
            string name = JsonCursor.KeyText(key, escaped);
            node[name] = ReadNode(ref cursor);
        }

        return node;
    }

    private static JsonArray ReadArray(ref JsonCursor cursor)
    {
        JsonArray node = [];
        for (bool started = false; cursor.NextElement(ref started);)
            node.Add(ReadNode(ref cursor));
        return node;
    }
}
