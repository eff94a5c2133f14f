using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value that is hydrated when it is first asked for; until then it is a slice of the payload.</summary>
/// <param name="inner">The shape of the value.</param>
/// <param name="check">When the slice is checked, and what becomes of one that does not fit.</param>
internal sealed class LazyShape<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Shape<T> inner, LazyCheck check)
    : Shape<Lazy<T>>
{
    public override string Expected => inner.Expected;

    public override bool RetainsPayload => true;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => inner.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out Lazy<T> value)
    {
        cursor.Peek();
        int start = cursor.Position;
        if (check == LazyCheck.AtConstruction && !Fits(ref cursor))
        {
            value = null;
            return false;
        }

        if (check != LazyCheck.AtConstruction)
            cursor.Skip();
        value = SlicedLazy<T>.Of(inner, cursor.SliceFrom(start), tolerant: check == LazyCheck.Never);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, Lazy<T> value)
    {
        if (UnreadSlice(value) is { } slice)
            writer.WriteRawValue(slice.Span, skipInputValidation: true);
        else if (value.Value is { } hydrated)
            inner.Write(writer, hydrated);
        else
            writer.WriteNullValue();
    }

    public override void WriteLike(Utf8JsonWriter writer, Lazy<T> value, ReadOnlySpan<byte> raw)
    {
        if (UnreadSlice(value) is null && value.Value is { } hydrated)
            inner.WriteLike(writer, hydrated, raw);
        else
            Write(writer, value);
    }

    public override bool AreEqual(Lazy<T> left, Lazy<T> right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && (SameSlice(left, right) || inner.AreEqual(left.Value, right.Value)));

    // A hash must not hydrate, and must not fail.
    public override int Hash(Lazy<T> value) => 0;

    public override bool Matches(ref JsonCursor cursor, Lazy<T> value)
    {
        cursor.Peek();
        int start = cursor.Position;
        if (value is null || UnreadSlice(value) is not { } slice)
            return value is not null && inner.Matches(ref cursor, value.Value);
        cursor.Skip();
        return cursor.Json[start..cursor.Position].SequenceEqual(slice.Span);
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (check == LazyCheck.AtConstruction)
            inner.Check(ref cursor, ref log);
        else
            cursor.Skip();
    }

    /// <summary>The slice where it says more than the value: before that was asked for, or when the slice did not fit and gave the default. Else null.</summary>
    private static ReadOnlyMemory<byte>? UnreadSlice(Lazy<T> value) =>
        value is SlicedLazy<T> sliced && (!sliced.IsValueCreated || EqualityComparer<T>.Default.Equals(sliced.Value, default)) ? sliced.Json : default(ReadOnlyMemory<byte>?);

    private bool Fits(ref JsonCursor cursor)
    {
        CheckLog log = new() { ByOwnRules = true };
        inner.Check(ref cursor, ref log);
        return !log.HasErrors;
    }

    private static bool SameSlice(Lazy<T> left, Lazy<T> right) =>
        left is SlicedLazy<T> { IsValueCreated: false } l && right is SlicedLazy<T> { IsValueCreated: false } r && l.Json.Span.SequenceEqual(r.Json.Span);
}
