using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A JSON object as a dictionary; a key that comes twice has its last value.</summary>
/// <param name="item">The shape of the values.</param>
/// <param name="create">Makes the dictionary of the entries read; may keep it.</param>
internal sealed class DictionaryShape<TDictionary, T>(Shape<T> item, Func<Dictionary<string, T>, TDictionary> create) : Shape<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<string, T>>
{
    public override string Expected => "object of " + item.Expected;

    public override bool RetainsPayload => item.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => typeof(TDictionary) == typeof(IReadOnlyDictionary<string, T>) && item.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out TDictionary value)
    {
        value = default;
        if (!cursor.BeginObject())
        {
            cursor.Skip();
            return false;
        }

        Dictionary<string, T> entries = [];
        bool started = false, fits = true;
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped))
        {
            string key = JsonCursor.KeyText(rawKey, escaped);
            if (item.TryRead(ref cursor, out T? read))
                entries[key] = read;
            else
                fits = false;
        }

        if (fits)
            value = create(entries);
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, TDictionary value)
    {
        writer.WriteStartObject();
        foreach ((string key, T element) in value)
        {
            writer.WritePropertyName(key);
            item.Write(writer, element);
        }

        writer.WriteEndObject();
    }

    public override bool AreEqual(TDictionary left, TDictionary right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null)
            return false;
        Dictionary<string, T> l = new(left), r = new(right);
        return l.Count == r.Count && l.All(entry => r.TryGetValue(entry.Key, out T? other) && item.AreEqual(entry.Value, other));
    }

    public override int Hash(TDictionary value)
    {
        int hash = 0;
        if (value is null)
            return hash;
        foreach ((string key, T element) in value)
            hash ^= HashCode.Combine(key, item.Hash(element));
        return hash;
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (cursor.Peek() != JsonValueKind.Object)
        {
            int start = cursor.Position;
            cursor.SkipChecked();
            log.Report(ref cursor, start, Expected);
            return;
        }

        cursor.BeginObject();
        bool started = false;
        while (cursor.NextMember(ref started, out _, out _))
            item.Check(ref cursor, ref log);
    }

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log)
    {
        if (!cursor.BeginObject())
        {
            cursor.Skip();
            return;
        }

        bool started = false;
        while (cursor.NextMember(ref started, out _, out _))
            item.CheckNested(ref cursor, ref log);
    }
}
