using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PyperCache.Http;

/// <summary>Names and values in order, for a query, a form or headers: <c>new() { ["page"] = 2, ["tag"] = tags, ["q"] = null }</c>.</summary>
/// <remarks>A null is left out, a collection gives one pair per element, and all else is written as text without regard to the culture.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is written as an argument, never as a collection.")]
public sealed class NamedValues : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    /// <summary>Adds a value; a name that is there already stays.</summary>
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "The object initializer with an index is how it is filled; a name can have several values.")]
    public object? this[string name]
    {
        set => Add(name, value);
    }

    /// <summary>Adds a value; a name that is there already stays.</summary>
    public void Add(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
            return;
        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
                Add(name, item);
            return;
        }

        _pairs.Add(new(name, TextOf(value)));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The pairs of a dictionary.</summary>
    [return: NotNullIfNotNull(nameof(pairs))]
    public static NamedValues? FromDictionary(IEnumerable<KeyValuePair<string, object?>>? pairs)
    {
        if (pairs is null)
            return null;
        NamedValues values = new();
        foreach ((string name, object? value) in pairs)
            values.Add(name, value);
        return values;
    }

    /// <inheritdoc cref="FromDictionary(IEnumerable{KeyValuePair{string, object?}}?)"/>
    [return: NotNullIfNotNull(nameof(pairs))]
    public static implicit operator NamedValues?(Dictionary<string, object?>? pairs) => FromDictionary(pairs);

    /// <inheritdoc cref="FromDictionary(IEnumerable{KeyValuePair{string, object?}}?)"/>
    [return: NotNullIfNotNull(nameof(pairs))]
    public static implicit operator NamedValues?(Dictionary<string, string>? pairs) =>
        FromDictionary(pairs?.Select(static p => new KeyValuePair<string, object?>(p.Key, p.Value)));

    private static string TextOf(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        Enum => value.ToString()!,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
