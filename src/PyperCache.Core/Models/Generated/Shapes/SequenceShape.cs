using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A JSON array as a collection.</summary>
/// <param name="item">The shape of the elements.</param>
/// <param name="create">Makes the collection of the elements read; may keep the list.</param>
internal class SequenceShape<TCollection, T>(Shape<T> item, Func<List<T>, TCollection> create) : Shape<TCollection>
    where TCollection : IEnumerable<T>
{
    private static readonly bool s_isReadOnly =
        typeof(TCollection) == typeof(IReadOnlyList<T>) || typeof(TCollection) == typeof(IReadOnlyCollection<T>) || typeof(TCollection) == typeof(IEnumerable<T>)
        || typeof(TCollection) == typeof(IReadOnlySet<T>) || typeof(TCollection) == typeof(ImmutableArray<T>);

    public override string Expected => "array of " + item.Expected;

    protected Shape<T> Item => item;

    public override bool RetainsPayload => item.RetainsPayload;

    internal override bool RetainsSlicesApart => item.RetainsSlicesApart;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => s_isReadOnly && item.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out TCollection value)
    {
        value = default;
        if (!cursor.BeginArray())
        {
            cursor.Skip();
            return false;
        }

        List<T> items = [];
        bool started = false, fits = true;
        while (cursor.NextElement(ref started))
        {
            if (item.TryRead(ref cursor, out T? read))
                items.Add(read);
            else
                fits = false;
        }

        if (fits)
            value = create(items);
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, TCollection value) => WriteLike(writer, value, raw: default);

    public override void WriteLike(Utf8JsonWriter writer, TCollection value, ReadOnlySpan<byte> raw)
    {
        if (IsMissing(value))
        {
            writer.WriteNullValue();
            return;
        }

        ReadOnlySpan<byte> like = FirstElement(raw);
        writer.WriteStartArray();
        foreach (T element in value)
            item.WriteLike(writer, element, like);
        writer.WriteEndArray();
    }

    public override bool AreEqual(TCollection left, TCollection right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (IsMissing(left) || IsMissing(right))
            return IsMissing(left) && IsMissing(right);
        using IEnumerator<T> l = left.GetEnumerator(), r = right.GetEnumerator();
        while (l.MoveNext())
        {
            if (!r.MoveNext() || !item.AreEqual(l.Current, r.Current))
                return false;
        }

        return !r.MoveNext();
    }

    public override int Hash(TCollection value)
    {
        HashCode hash = default;
        if (IsMissing(value))
            return hash.ToHashCode();
        foreach (T element in value)
            hash.Add(item.Hash(element));
        return hash.ToHashCode();
    }

    public override bool Matches(ref JsonCursor cursor, TCollection value)
    {
        if (IsMissing(value) || !cursor.BeginArray())
        {
            cursor.Skip();
            return false;
        }

        using IEnumerator<T> items = value.GetEnumerator();
        bool started = false, same = true;
        while (cursor.NextElement(ref started))
        {
            if (same && items.MoveNext())
                same = item.Matches(ref cursor, items.Current);
            else
                (same, _) = (false, Skip(ref cursor));
        }

        return same && !items.MoveNext();
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (cursor.Peek() != JsonValueKind.Array)
        {
            int start = cursor.Position;
            cursor.SkipChecked();
            log.Report(ref cursor, start, Expected);
            return;
        }

        cursor.BeginArray();
        bool started = false;
        while (cursor.NextElement(ref started))
            item.Check(ref cursor, ref log);
    }

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log)
    {
        if (!cursor.BeginArray())
        {
            cursor.Skip();
            return;
        }

        bool started = false;
        while (cursor.NextElement(ref started))
            item.CheckNested(ref cursor, ref log);
    }

    /// <summary>Whether the key of the collection was missing, although it is not nullable.</summary>
    protected static bool IsMissing([NotNullWhen(false)] TCollection value) => value is null or ImmutableArray<T> { IsDefault: true };

    /// <summary>The first element that is not null, after which new ones are modelled; empty when there is none.</summary>
    private static ReadOnlySpan<byte> FirstElement(ReadOnlySpan<byte> raw)
    {
        JsonCursor cursor = new(raw);
        if (raw.IsEmpty || !cursor.BeginArray())
            return default;
        for (bool started = false; cursor.NextElement(ref started);)
        {
            JsonValueKind kind = cursor.Peek();
            int start = cursor.Position;
            cursor.Skip();
            if (kind != JsonValueKind.Null)
                return raw[start..cursor.Position];
        }

        return default;
    }

    private static bool Skip(ref JsonCursor cursor)
    {
        cursor.Skip();
        return true;
    }
}
