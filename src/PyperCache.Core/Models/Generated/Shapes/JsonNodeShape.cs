using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Any JSON value but null, as a node.</summary>
internal sealed class JsonNodeShape : Shape<JsonNode>
{
    public override string Expected => "any value";

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out JsonNode value) =>
        ScalarReaders.JsonNode.TryRead(ref cursor, out value) && value is not null;

    public override void Write(Utf8JsonWriter writer, JsonNode value) => value.WriteTo(writer);

    public override bool AreEqual(JsonNode left, JsonNode right) => JsonNode.DeepEquals(left, right);

    public override int Hash(JsonNode value) => value is null ? 0 : (int)value.GetValueKind();

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        JsonValueKind kind = cursor.Peek();
        int start = cursor.Position;
        cursor.SkipChecked();
        if (kind == JsonValueKind.Null)
            log.Report(ref cursor, start, Expected);
    }
}
