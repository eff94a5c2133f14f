using System.Text;
using System.Text.Json;
using PyperCache.Query.Evaluation;

namespace PyperCache.Query;

/// <summary>What a selector comes to: nothing, one value, or a list of values. It keeps the payload alive, of which its values are slices.</summary>
public sealed class QueryResult
{
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly Selector _selector;
    private readonly Outcome _outcome;
    private readonly int _colon;
    private readonly List<JsonSlice>? _matches;

    internal QueryResult(ReadOnlyMemory<byte> payload, Selector selector, Outcome outcome, int colon = 0)
    {
        (_payload, _selector, _outcome, _colon) = (payload, selector, outcome, colon);
        if (outcome.Plan is not null)
            _matches = MatchCollector.Collect(payload.Span, outcome);
    }

    /// <summary>Whether there is no such value. JSON null is one.</summary>
    public bool IsUnset => _outcome.IsUnset;

    /// <summary>The kind of the value; <see cref="JsonValueKind.Array"/> for a list of matches; <see cref="JsonValueKind.Undefined"/> when it is unset.</summary>
    public JsonValueKind Kind => _matches is null ? _outcome.Kind : JsonValueKind.Array;

    /// <summary>The key, when this is half of a pair: an item of what a filter on an object came to. Otherwise null.</summary>
    public string? Key => field ??= _colon == 0 ? null : KeyText();

    /// <summary>The matches, or the elements of an array; a value that is neither is its own only item. Empty when the result is unset or null.</summary>
    public IReadOnlyList<QueryResult> Items => field ??= MakeItems();

    /// <summary>The value as a document that does not depend on the payload; <c>default</c>, of kind <see cref="JsonValueKind.Undefined"/>, when it is unset.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public JsonElement Value
    {
        get
        {
            if (field.ValueKind == JsonValueKind.Undefined && !IsUnset)
                field = JsonElement.Parse(ToJson().Span);
            return field;
        }
    }

    /// <summary>The value as UTF-8 JSON; empty when it is unset.</summary>
    /// <returns>
    /// A slice of the payload for one value, a new array for a list of matches. In it, a pair is an array of its key and its value;
    /// an item that is half of a pair is its value alone.
    /// </returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public ReadOnlyMemory<byte> ToJson()
    {
        if (_matches is not null)
            return ResultWriter.WriteArray(_payload.Span, _matches, pairsAsValues: false);
        return IsUnset ? default : ResultWriter.Write(_payload, _outcome, pairsAsValues: false);
    }

    /// <summary>The value as a .NET value: a scalar, a model or a list of them.</summary>
    /// <returns>The default of <typeparamref name="T"/> when the result is unset or null.</returns>
    /// <exception cref="InvalidOperationException">The value cannot be converted without loss.</exception>
    /// <exception cref="NotSupportedException">Nobody knows how to read a <typeparamref name="T"/>.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public T? As<T>() => ValueConverter.Convert<T>(_payload, _outcome, _selector);

    /// <summary>The value as JSON text; empty when it is unset.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToJson().Span);

    private string KeyText()
    {
        ReadOnlySpan<byte> raw = KeyPattern.KeyBefore(_payload.Span, _colon);
        return Json.JsonCursor.KeyText(raw, raw.Contains((byte)'\\'));
    }

    private QueryResult[] MakeItems()
    {
        List<JsonSlice> slices = _matches ?? MatchCollector.Collect(_payload.Span, _outcome);
        var items = new QueryResult[slices.Count];
        for (int i = 0; i < items.Length; i++)
            items[i] = new QueryResult(_payload, _selector, JsonMoves.ValueAt(_payload.Span, slices[i].Start), slices[i].Colon);
        return items;
    }
}
