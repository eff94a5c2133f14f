using System.Collections.Immutable;
using PyperCache.Models.Generated;

namespace PyperCache.Models.Registry;

/// <summary>A registered type and the collections of it.</summary>
internal abstract class RegistryEntry(string name)
{
    /// <summary>The name under which caches remember it.</summary>
    public string Name { get; } = name;

    public abstract IShape Shape { get; }

    public abstract IShape ListShape { get; }

    public abstract IShape DictionaryShape { get; }

    /// <summary>The shape of a collection of the registered type, or null when it is no collection that is supported.</summary>
    public abstract IShape? Collection(Type type);
}

/// <inheritdoc/>
internal sealed class RegistryEntry<T>(string name, Func<Shape<T>> shape) : RegistryEntry(name)
{
    public override IShape Shape => shape();

    public override IShape ListShape => Shapes.List(shape());

    public override IShape DictionaryShape => Shapes.DictionaryAs(shape(), static d => d);

    public override IShape? Collection(Type type)
    {
        Shape<T> item = shape();
        if (type == typeof(List<T>))
            return Shapes.List(item);
        if (type == typeof(T[]))
            return Shapes.Array(item);
        if (type == typeof(IReadOnlyList<T>))
            return Shapes.ListAs<IReadOnlyList<T>, T>(item, static l => l);
        if (type == typeof(IList<T>))
            return Shapes.ListAs<IList<T>, T>(item, static l => l);
        if (type == typeof(IEnumerable<T>))
            return Shapes.ListAs<IEnumerable<T>, T>(item, static l => l);
        if (type == typeof(ICollection<T>))
            return Shapes.ListAs<ICollection<T>, T>(item, static l => l);
        if (type == typeof(IReadOnlyCollection<T>))
            return Shapes.ListAs<IReadOnlyCollection<T>, T>(item, static l => l);
        if (type == typeof(ImmutableArray<T>))
            return Shapes.ImmutableArray(item);
        if (type == typeof(Dictionary<string, T>))
            return Shapes.DictionaryAs<Dictionary<string, T>, T>(item, static d => d);
        if (type == typeof(IReadOnlyDictionary<string, T>))
            return Shapes.DictionaryAs<IReadOnlyDictionary<string, T>, T>(item, static d => d);
        return type == typeof(IDictionary<string, T>) ? Shapes.DictionaryAs<IDictionary<string, T>, T>(item, static d => d) : null;
    }
}
