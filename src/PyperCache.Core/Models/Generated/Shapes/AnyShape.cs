using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Any JSON value but null, as a boxed <see cref="JsonElement"/>; any registered value when written.</summary>
internal sealed class AnyShape : Shape<object>
{
    public override string Expected => "any value";

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out object value)
    {
        bool read = Scalars.JsonElement.TryRead(ref cursor, out JsonElement element);
        value = element.ValueKind == JsonValueKind.Null ? null : element;
        return read && value is not null;
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (value is JsonElement element)
            element.WriteTo(writer);
        else
            ModelRegistry.Find(value.GetType()).WriteObject(writer, value);
    }

    public override bool AreEqual(object left, object right) =>
        left is JsonElement l && right is JsonElement r ? Scalars.JsonElement.AreEqual(l, r) : Equals(left, right);

    public override int Hash(object value) => value is JsonElement element ? Scalars.JsonElement.Hash(element) : value?.GetHashCode() ?? 0;

    public override void Check(ref JsonCursor cursor, ref CheckLog log) => Scalars.JsonNode.Check(ref cursor, ref log);
}
