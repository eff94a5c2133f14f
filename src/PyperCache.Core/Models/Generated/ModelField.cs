using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>One member of a model: where it is found and what it takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelField
{
    /// <summary>Describes a field.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="shape">The shape of its values.</param>
    /// <param name="rules">What it asks beyond the shape.</param>
    /// <param name="paths">Where it is found; the first that exists is taken.</param>
    public ModelField(string member, IShape shape, FieldRules rules, params FieldPath[] paths)
    {
        Member = member;
        Shape = shape;
        Rules = rules;
        Paths = paths;
        Keyed = [.. paths.Where(static p => p.Keys is not null).Select(static p => p.Keys!)];
    }

    internal string Member { get; }

    internal IShape Shape { get; }

    internal FieldRules Rules { get; }

    internal FieldPath[] Paths { get; }

    /// <summary>The paths of keys; each has a slot in the key table of the schema, the first is <see cref="FirstSlot"/>.</summary>
    internal string[][] Keyed { get; }

    internal int FirstSlot { get; set; }

    /// <summary>The name of the field in the payload, for messages.</summary>
    internal string Name => Paths[0].Keys is { } keys ? string.Join('.', keys) : Paths[0].Selector!.ToString();
}
