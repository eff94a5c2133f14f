using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using PyperCache.Query.Evaluation;

namespace PyperCache.Query;

/// <summary>Answers selectors from one payload, by reading its bytes: no document is built, and what does not match costs no memory.</summary>
/// <remarks>
/// Safe to share between threads. Only what a selector leads to is checked: malformed JSON elsewhere in the payload goes unnoticed.
/// A selector is given as text or parsed; texts are parsed once and kept in a small cache that all instances share.
/// </remarks>
public sealed class JsonInjester
{
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly int _start;
    private readonly string _origin;
    private readonly Selector? _defaultTail;
    private MemberIndex? _index;
    private bool _wasAsked;

    /// <summary>Answers from UTF-8 JSON.</summary>
    /// <param name="json">The payload; it must not change as long as this or a result is used.</param>
    /// <param name="root">A selector for the value to start from; null for the payload itself. When it comes to nothing, so does everything.</param>
    /// <param name="defaultTail">A selector that is followed whenever a result is an object; null for none.</param>
    /// <exception cref="SelectorSyntaxException"><paramref name="root"/> or <paramref name="defaultTail"/> is no selector.</exception>
    /// <exception cref="SelectorNavigationException"><paramref name="root"/> leads through something that is no object.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public JsonInjester(ReadOnlyMemory<byte> json, [StringSyntax("PyperSelector")] string? root = null, [StringSyntax("PyperSelector")] string? defaultTail = null)
    {
        _payload = json;
        _origin = root ?? "";
        _defaultTail = defaultTail is null ? null : SelectorCache.Get(defaultTail);
        if (root is null)
            return;

        Outcome outcome = SelectorEvaluator.Evaluate(SelectorCache.Get(root).Plan, json.Span, 0, origin: "");
        _start = outcome.Start;
        if (outcome.Plan is null)
            return;
        _payload = ResultWriter.Write(json, outcome, pairsAsValues: true);
        _start = 0;
    }

    /// <summary>Answers from JSON text.</summary>
    /// <inheritdoc cref="JsonInjester(ReadOnlyMemory{byte}, string?, string?)"/>
    public JsonInjester(string json, [StringSyntax("PyperSelector")] string? root = null, [StringSyntax("PyperSelector")] string? defaultTail = null)
        : this(Encoding.UTF8.GetBytes(json), root, defaultTail)
    {
    }

    /// <summary>Answers from a part of a document, which is copied.</summary>
    /// <inheritdoc cref="JsonInjester(ReadOnlyMemory{byte}, string?, string?)"/>
    public JsonInjester(JsonElement json, [StringSyntax("PyperSelector")] string? root = null, [StringSyntax("PyperSelector")] string? defaultTail = null)
        : this(JsonMarshal.GetRawUtf8Value(json).ToArray(), root, defaultTail)
    {
    }

    /// <summary>What a selector comes to.</summary>
    /// <param name="selector">The selector; an empty text stands for the whole payload.</param>
    /// <returns>Never null; <see cref="QueryResult.IsUnset"/> when there is no such value.</returns>
    /// <exception cref="SelectorSyntaxException">The text is no selector.</exception>
    /// <exception cref="SelectorNavigationException">A plain path leads through something that is no object.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public QueryResult Get([StringSyntax("PyperSelector")] string selector) => Get(SelectorCache.Get(selector));

    /// <inheritdoc cref="Get(string)"/>
    public QueryResult Get(Selector selector) => new(_payload, selector, Evaluate(selector));

    /// <summary>The value that a selector comes to, as a .NET value: a scalar, a model, a list of them or a <see cref="JsonElement"/>.</summary>
    /// <typeparam name="T">The type wanted. Conversions are those of models: a text <c>"7"</c> is an int, 5.7 is none.</typeparam>
    /// <param name="selector">The selector.</param>
    /// <returns>The default of <typeparamref name="T"/> when the result is unset or null.</returns>
    /// <exception cref="InvalidOperationException">The value cannot be converted without loss.</exception>
    /// <exception cref="NotSupportedException">Nobody knows how to read a <typeparamref name="T"/>.</exception>
    /// <exception cref="SelectorSyntaxException">The text is no selector.</exception>
    /// <exception cref="SelectorNavigationException">A plain path leads through something that is no object.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public T? Get<T>([StringSyntax("PyperSelector")] string selector) => Get<T>(SelectorCache.Get(selector));

    /// <inheritdoc cref="Get{T}(string)"/>
    public T? Get<T>(Selector selector) => ValueConverter.Convert<T>(_payload, Evaluate(selector), selector);

    /// <summary>The value that a selector comes to, or another when it is unset or null.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="defaultValue">Returned when the result is unset or null.</param>
    /// <inheritdoc cref="Get{T}(string)"/>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? Get<T>([StringSyntax("PyperSelector")] string selector, T? defaultValue) => Get(SelectorCache.Get(selector), defaultValue);

    /// <inheritdoc cref="Get{T}(string, T)"/>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? Get<T>(Selector selector, T? defaultValue)
    {
        Outcome outcome = Evaluate(selector);
        return outcome.IsUnset || outcome.IsNull ? defaultValue : ValueConverter.Convert<T>(_payload, outcome, selector);
    }

    /// <summary>The values that a selector comes to: matches, or the elements of an array; a value that is neither is the only one.</summary>
    /// <returns>Never null; empty when the result is unset or null. A null among the values is the default of <typeparamref name="T"/>.</returns>
    /// <inheritdoc cref="Get{T}(string)"/>
    public List<T> GetList<T>([StringSyntax("PyperSelector")] string selector) => GetList<T>(SelectorCache.Get(selector));

    /// <inheritdoc cref="GetList{T}(string)"/>
    public List<T> GetList<T>(Selector selector) =>
        ValueConverter.ConvertAll<T>(_payload, Evaluate(selector), selector);

    /// <summary>The first of the values that a selector comes to; nothing behind it is read.</summary>
    /// <returns>The only value, when there is no list of them; unset when there is none.</returns>
    /// <inheritdoc cref="Get(string)"/>
    public QueryResult First([StringSyntax("PyperSelector")] string selector) => First(SelectorCache.Get(selector));

    /// <inheritdoc cref="First(string)"/>
    public QueryResult First(Selector selector)
    {
        Outcome outcome = First(Evaluate(selector), out int colon);
        return new QueryResult(_payload, selector, outcome, colon);
    }

    /// <summary>The first of the values that a selector comes to, as a .NET value; nothing behind it is read.</summary>
    /// <returns>The default of <typeparamref name="T"/> when there is none, or it is null.</returns>
    /// <inheritdoc cref="Get{T}(string)"/>
    public T? First<T>([StringSyntax("PyperSelector")] string selector) => First<T>(SelectorCache.Get(selector));

    /// <inheritdoc cref="First{T}(string)"/>
    public T? First<T>(Selector selector) => First(selector, default(T));

    /// <summary>The first of the values that a selector comes to, or another when there is none, or it is null.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="defaultValue">Returned when there is no value, or it is null.</param>
    /// <inheritdoc cref="First{T}(string)"/>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? First<T>([StringSyntax("PyperSelector")] string selector, T? defaultValue) => First(SelectorCache.Get(selector), defaultValue);

    /// <inheritdoc cref="First{T}(string, T)"/>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? First<T>(Selector selector, T? defaultValue)
    {
        Outcome outcome = First(Evaluate(selector), out _);
        return outcome.IsUnset || outcome.IsNull ? defaultValue : ValueConverter.Convert<T>(_payload, outcome, selector);
    }

    /// <summary>Whether a selector comes to a value. True for null, and for a filter that nothing matches: that is an empty list.</summary>
    /// <inheritdoc cref="Get(string)"/>
    public bool Has([StringSyntax("PyperSelector")] string selector) => Has(SelectorCache.Get(selector));

    /// <inheritdoc cref="Has(string)"/>
    public bool Has(Selector selector) => !Evaluate(selector).IsUnset;

    private Outcome Evaluate(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);

        // One question does not pay for an index, a second one does.
        MemberIndex? index = _wasAsked ? _index ??= new MemberIndex() : null;
        _wasAsked = true;
        Outcome outcome = SelectorEvaluator.Evaluate(selector.Plan, _payload.Span, _start, _origin, index);
        if (_defaultTail is null || outcome.Plan is not null || outcome.Kind != JsonValueKind.Object)
            return outcome;
        return SelectorEvaluator.Evaluate(_defaultTail.Plan, _payload.Span, outcome.Start, selector.ToString(), index);
    }

    private Outcome First(Outcome outcome, out int colon)
    {
        colon = 0;
        if (!outcome.IsList)
            return outcome;
        if (!MatchCollector.TryFirst(_payload.Span, outcome, out JsonSlice first))
            return Outcome.Unset;
        colon = first.Colon;
        return JsonMoves.ValueAt(_payload.Span, first.Start);
    }
}
