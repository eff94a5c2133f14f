using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value that was there, even if it is null. Unset is never written: the writer leaves the key out.</summary>
internal sealed class OptionalShape<T>(Shape<T> inner) : Shape<Optional<T>>
{
    public override string Expected => inner.Expected;

    public override bool RetainsPayload => inner.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => inner.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, out Optional<T> value)
    {
        bool fits = inner.TryRead(ref cursor, out T? read);
        value = fits ? new Optional<T>(read!) : default;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, Optional<T> value) => inner.Write(writer, value.Value);

    public override void WriteLike(Utf8JsonWriter writer, Optional<T> value, ReadOnlySpan<byte> raw) => inner.WriteLike(writer, value.Value, raw);

    public override bool IsUnset(Optional<T> value) => value.IsUnset;

    public override bool AreEqual(Optional<T> left, Optional<T> right) =>
        left.HasValue && right.HasValue ? inner.AreEqual(left.Value, right.Value) : left.HasValue == right.HasValue;

    public override int Hash(Optional<T> value) => value.HasValue ? inner.Hash(value.Value) : 0;

    public override bool Matches(ref JsonCursor cursor, Optional<T> value)
    {
        if (value.HasValue)
            return inner.Matches(ref cursor, value.Value);
        cursor.Skip();
        return false;
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log) => inner.Check(ref cursor, ref log);

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log) => inner.CheckNested(ref cursor, ref log);
}
