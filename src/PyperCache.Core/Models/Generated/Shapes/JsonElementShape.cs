using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Any JSON value. <c>default(JsonElement)</c> means that there is none.</summary>
internal sealed class JsonElementShape : Shape<JsonElement>
{
    public override string Expected => "any value";

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, out JsonElement value) => ScalarReaders.JsonElement.TryRead(ref cursor, out value);

    public override void Write(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    public override bool IsUnset(JsonElement value) => value.ValueKind == JsonValueKind.Undefined;

    public override bool AreEqual(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Undefined || right.ValueKind == JsonValueKind.Undefined
            ? left.ValueKind == right.ValueKind
            : JsonElement.DeepEquals(left, right);

    // Equal elements may be written differently (1.0 and 1, keys in another order): only the kind is sure to be the same.
    public override int Hash(JsonElement value) => (int)value.ValueKind;

    public override void Check(ref JsonCursor cursor, ref CheckLog log) => cursor.SkipChecked();
}
