using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A reference type or null.</summary>
internal sealed class NullableReferenceShape<T>(Shape<T> inner) : Shape<T?>
    where T : class
{
    public override string Expected => inner.Expected + " or null";

    public override bool RetainsPayload => inner.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => inner.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, out T? value)
    {
        value = null;
        return cursor.TryReadNull() || inner.TryRead(ref cursor, out value);
    }

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is not null)
            inner.Write(writer, value);
        else
            writer.WriteNullValue();
    }

    public override void WriteLike(Utf8JsonWriter writer, T? value, ReadOnlySpan<byte> raw)
    {
        if (value is not null)
            inner.WriteLike(writer, value, raw);
        else
            writer.WriteNullValue();
    }

    public override bool AreEqual(T? left, T? right) =>
        left is not null && right is not null ? inner.AreEqual(left, right) : left is null && right is null;

    public override int Hash(T? value) => value is null ? 0 : inner.Hash(value);

    public override bool Matches(ref JsonCursor cursor, T? value)
    {
        if (cursor.TryReadNull())
            return value is null;
        if (value is not null)
            return inner.Matches(ref cursor, value);
        cursor.Skip();
        return false;
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (!cursor.TryReadNull())
            inner.Check(ref cursor, ref log);
    }

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log) => inner.CheckNested(ref cursor, ref log);
}
