using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>One member of a model: where it is found and what it takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelField
{
    /// <summary>Describes a field.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="shape">The shape of its values.</param>
    /// <param name="mustExist">Whether a missing key is an error.</param>
    /// <param name="hasDefault">Whether the member may have another value than the default of its type when the key is missing, so that a model which has kept its payload may differ from it by that value.</param>
    /// <param name="paths">Where it is found; the first that exists is taken.</param>
    public ModelField(string member, IShape shape, bool mustExist, bool hasDefault, params FieldPath[] paths)
    {
        Member = member;
        Shape = shape;
        MustExist = mustExist;
        HasDefault = hasDefault;
        Paths = paths;
        Keyed = [.. paths.Where(static p => p.Keys is not null).Select(static p => p.Keys!)];
    }

    internal string Member { get; }

    internal IShape Shape { get; }

    internal bool MustExist { get; }

    internal bool HasDefault { get; }

    internal FieldPath[] Paths { get; }

    /// <summary>The paths of keys; each has a slot in the key table of the schema, the first is <see cref="FirstSlot"/>.</summary>
    internal string[][] Keyed { get; }

    /// <summary>A field under one key, which may be missing.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="shape">The shape of its values.</param>
    /// <param name="key">The raw key.</param>
    public static ModelField Of(string member, IShape shape, string key) => new(member, shape, mustExist: false, hasDefault: false, key);

    /// <summary>A field under one key, which may be missing: then the member keeps the value that it was constructed with.</summary>
    /// <inheritdoc cref="Of"/>
    public static ModelField WithDefault(string member, IShape shape, string key) => new(member, shape, mustExist: false, hasDefault: true, key);

    /// <summary>Whether it is read from the given key of the model's own object.</summary>
    internal bool IsAt(string key) => Array.Exists(Keyed, k => k.Length == 1 && k[0] == key);

    internal int FirstSlot { get; set; }

    /// <summary>The JSON path of the field in an object, for messages.</summary>
    /// <param name="parent">The path of the object.</param>
    internal string PathIn(string parent) => Paths[0].Keys is { } keys ? keys.Aggregate(parent, JsonPath.Append) : $"{parent}.{Paths[0].Selector}";
}
