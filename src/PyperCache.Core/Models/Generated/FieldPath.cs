using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Query;

namespace PyperCache.Models.Generated;

/// <summary>Where a field is found in its object: under a key, along a path of keys, or by a selector.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FieldPath
{
    private FieldPath(string[] keys) => Keys = keys;

    private FieldPath(Selector selector) => Selector = selector;

    /// <summary>The keys, outermost first; null for a selector.</summary>
    internal string[]? Keys { get; }

    /// <summary>The selector; null for keys.</summary>
    internal Selector? Selector { get; }

    /// <summary>A path of keys.</summary>
    public static FieldPath Of(params string[] keys) => new(keys);

    /// <summary>A selector that is no plain path.</summary>
    public static FieldPath Select(string selector) => new(Selector.Parse(selector));

    /// <summary>One key.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Of is the named alternative.")]
    public static implicit operator FieldPath(string key) => new([key]);
}
