using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A type parameter that is annotated as nullable, whatever stands for it. For a value type the annotation means nothing.</summary>
internal sealed class NullableParameterShape<T>(Shape<T> inner) : Shape<T?>
{
    private static bool CanBeNull => default(T) is null;

    public override string Expected => CanBeNull ? inner.Expected + " or null" : inner.Expected;

    public override bool RetainsPayload => inner.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => inner.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, out T? value)
    {
        value = default;
        return (CanBeNull && cursor.TryReadNull()) || inner.TryRead(ref cursor, out value);
    }

    public override void Write(Utf8JsonWriter writer, T? value) => WriteLike(writer, value, raw: default);

    public override void WriteLike(Utf8JsonWriter writer, T? value, ReadOnlySpan<byte> raw)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            inner.WriteLike(writer, value, raw);
    }

    public override bool AreEqual(T? left, T? right) => left is null || right is null ? left is null && right is null : inner.AreEqual(left, right);

    public override int Hash(T? value) => value is null ? 0 : inner.Hash(value);

    public override bool Matches(ref JsonCursor cursor, T? value)
    {
        if (CanBeNull && cursor.TryReadNull())
            return value is null;
        if (value is not null)
            return inner.Matches(ref cursor, value);
        cursor.Skip();
        return false;
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (!CanBeNull || !cursor.TryReadNull())
            inner.Check(ref cursor, ref log);
    }

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log) => inner.CheckNested(ref cursor, ref log);
}
