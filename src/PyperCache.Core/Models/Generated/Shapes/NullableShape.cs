using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value type or null.</summary>
internal sealed class NullableShape<T>(Shape<T> inner) : Shape<T?>
    where T : struct
{
    private INullableElements<T>? Elements => (inner as ScalarShape<T>)?.Reader as INullableElements<T>;

    public override string Expected => inner.Expected + " or null";

    public override bool RetainsPayload => inner.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => inner.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, out T? value)
    {
        if (cursor.TryReadNull())
        {
            value = null;
            return true;
        }

        bool fits = inner.TryRead(ref cursor, out T read);
        value = fits ? read : null;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } some)
            inner.Write(writer, some);
        else
            writer.WriteNullValue();
    }

    public override void WriteLike(Utf8JsonWriter writer, T? value, ReadOnlySpan<byte> raw)
    {
        if (value is { } some)
            inner.WriteLike(writer, some, raw);
        else
            writer.WriteNullValue();
    }

    public override bool AreEqual(T? left, T? right) =>
        left is { } l && right is { } r ? inner.AreEqual(l, r) : left.HasValue == right.HasValue;

    public override int Hash(T? value) => value is { } some ? inner.Hash(some) : 0;

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (!cursor.TryReadNull())
            inner.Check(ref cursor, ref log);
    }

    public override int CheckElements(ref JsonCursor cursor, ref CheckLog log) =>
        Elements is null ? base.CheckElements(ref cursor, ref log) : ElementCheck.Run(this, inner.Expected, ref cursor, ref log);

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log) => inner.CheckNested(ref cursor, ref log);

    internal override int ReadElements(ref JsonCursor cursor, scoped Span<T?> values, ref bool started, out int misfit) =>
        Elements is { } elements
            ? elements.ReadElementsOrNull(ref cursor, values, ref started, out misfit)
            : base.ReadElements(ref cursor, values, ref started, out misfit);
}
