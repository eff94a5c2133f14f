using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Json;
using PyperCache.Models.Generated;
using PyperCache.Models.Registry;

namespace PyperCache.Models;

/// <summary>The models of the program: from a type, or from the name that a cache remembers, to the code that hydrates it. Generated module initializers fill it.</summary>
public static class ModelRegistry
{
    private static readonly ConcurrentDictionary<Type, RegistryEntry> s_entries = new();
    private static readonly ConcurrentDictionary<string, RegistryEntry> s_byName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, IShape> s_shapes = new();

    static ModelRegistry()
    {
        AddScalars();
        PayloadReaders.AddResolver(typeof(ModelRegistry), static type => Lookup(type));
    }

    /// <summary>Registers a model. Generated code calls this before any other code of its assembly runs.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="name">The name under which caches remember it; of two models under one name the later wins.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Register<T>(string name)
        where T : IApiModel<T> => Add(new RegistryEntry<T>(name, Shapes.Model<T>));

    /// <summary>Registers the shape of a type that is no model.</summary>
    /// <param name="name">The name under which caches remember it.</param>
    /// <param name="shape">Makes the shape by which it is read and written; asked when the type is first used.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Register<T>(string name, Func<Shape<T>> shape)
    {
        Lazy<Shape<T>> made = new(shape);
        Add(new RegistryEntry<T>(name, () => made.Value));
    }

    /// <summary>Whether <typeparamref name="T"/> can be read and written: a model, a scalar, or a collection of them.</summary>
    public static bool IsRegistered<T>() => TryFind<T>() is not null;

    /// <summary>The name under which a cache remembers <typeparamref name="T"/>; null when it is not registered.</summary>
    public static string? NameOf<T>() => NameOf(typeof(T));

    /// <inheritdoc cref="NameOf{T}"/>
    public static string? NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (TryFindEntry(type) is { } entry)
            return entry.Name;
        if (ItemOf(type) is not { } item || TryFindEntry(item) is not { } itemEntry || itemEntry.Collection(type) is null)
            return null;
        CastKind kind = type.GenericTypeArguments.Length == 2 ? CastKind.Dictionary : CastKind.List;
        return new CastName(kind, itemEntry.Name).ToString();
    }

    /// <summary>The type that a cache remembered; null when no model has that name.</summary>
    /// <param name="castName">A name as <see cref="NameOf(Type)"/> gives it; one that is not known is looked for by its last part, so that
    /// <c>app.models.User</c>, which the Python original wrote, finds <c>MyApp.User</c> when only one model is called so.</param>
    public static Type? FindType(string castName) => TryFindByName(castName)?.Type;

    /// <summary>Hydrates a payload as the type that a cache remembered.</summary>
    /// <exception cref="NotSupportedException">No model has that name.</exception>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    public static object? FromJson(string castName, ReadOnlyMemory<byte> utf8Json)
    {
        IShape shape = TryFindByName(castName) ?? throw new NotSupportedException(
            $"No model is registered under the name '{castName}'. Mark one with [ApiModel(Name = \"{CastName.Parse(castName).Model}\")], or hydrate the record with As<T>().");
        return shape.HydrateObject(utf8Json);
    }

    /// <summary>The shape of <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    internal static Shape<T> Find<T>() => TryFind<T>() ?? throw Unknown(typeof(T));

    internal static Shape<T>? TryFind<T>() => Holder<T>.Shape ??= (Shape<T>?)LookupOrInitialize(typeof(T));

    internal static IShape Find(Type type) => LookupOrInitialize(type) ?? throw Unknown(type);

    /// <summary>The shape of a model or of a collection of models; null for scalars and collections of them.</summary>
    internal static IShape? FindModelShape(Type type) =>
        LookupOrInitialize(type) is { } shape && s_byName.ContainsKey(CastName.Parse(NameOf(type) ?? "").Model) ? shape : null;

    private static NotSupportedException Unknown(Type type) => new(
        $"{type} is neither a model nor a collection of models. Mark the type with [ApiModel], or register it with [assembly: ApiModelFor<…>]. "
        + "Collections may be T[], List<T>, IReadOnlyList<T>, IList<T>, IEnumerable<T>, ImmutableArray<T>, Dictionary<string, T> or IReadOnlyDictionary<string, T>.");

    private static IShape? LookupOrInitialize(Type type)
    {
        if (Lookup(type) is { } known)
            return known;
        PayloadReaders.InitializeModulesOf(type);
        return Lookup(type);
    }

    private static IShape? Lookup(Type type)
    {
        if (s_shapes.TryGetValue(type, out IShape? shape))
            return shape;
        shape = s_entries.TryGetValue(type, out RegistryEntry? entry) ? entry.Shape
            : ItemOf(type) is { } item && s_entries.TryGetValue(item, out RegistryEntry? itemEntry) ? itemEntry.Collection(type)
            : null;
        return shape is null ? null : s_shapes.GetOrAdd(type, shape);
    }

    private static IShape? TryFindByName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CastName name = CastName.Parse(text);
        if (!s_byName.TryGetValue(name.Model, out RegistryEntry? entry) && !TryFindByLastPart(name.Model, out entry))
            return null;
        return name.Kind switch
        {
            CastKind.List => entry.ListShape,
            CastKind.Dictionary => entry.DictionaryShape,
            _ => entry.Shape,
        };
    }

    private static bool TryFindByLastPart(string name, [NotNullWhen(true)] out RegistryEntry? found)
    {
        string last = LastPart(name);
        found = null;
        foreach (RegistryEntry entry in s_byName.Values)
        {
            if (LastPart(entry.Name) != last)
                continue;
            if (found is not null)
                return false;
            found = entry;
        }

        return found is not null;
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['.', '+']) + 1)..];

    private static RegistryEntry? TryFindEntry(Type type)
    {
        if (s_entries.TryGetValue(type, out RegistryEntry? entry))
            return entry;
        PayloadReaders.InitializeModulesOf(type);
        return s_entries.GetValueOrDefault(type);
    }

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType() : type.GenericTypeArguments.LastOrDefault();

    private static void Add<T>(RegistryEntry<T> entry)
    {
        s_entries[typeof(T)] = entry;
        s_byName[entry.Name] = entry;
    }

    private static void AddScalars()
    {
        AddScalar(Scalars.String);
        AddScalar(Scalars.Boolean);
        AddScalar(Scalars.Int32);
        AddScalar(Scalars.Int64);
        AddScalar(Scalars.Double);
        AddScalar(Scalars.Single);
        AddScalar(Scalars.Decimal);
        AddScalar(Scalars.Byte);
        AddScalar(Scalars.SByte);
        AddScalar(Scalars.Int16);
        AddScalar(Scalars.UInt16);
        AddScalar(Scalars.UInt32);
        AddScalar(Scalars.UInt64);
        AddScalar(Scalars.Int128);
        AddScalar(Scalars.UInt128);
        AddScalar(Scalars.BigInteger);
        AddScalar(Scalars.Half);
        AddScalar(Scalars.Char);
        AddScalar(Scalars.Guid);
        AddScalar(Scalars.Uri);
        AddScalar(Scalars.DateTime);
        AddScalar(Scalars.DateTimeOffset);
        AddScalar(Scalars.DateOnly);
        AddScalar(Scalars.TimeOnly);
        AddScalar(Scalars.TimeSpan);
        AddScalar(Scalars.Bytes);
        AddScalar(Scalars.JsonElement);
        AddScalar(Scalars.JsonNode);
        AddScalar(Scalars.Object);
    }

    private static void AddScalar<T>(Shape<T> shape) => s_entries[typeof(T)] = new RegistryEntry<T>(shape.Expected, () => shape);

    private static class Holder<T>
    {
        public static Shape<T>? Shape;
    }
}
