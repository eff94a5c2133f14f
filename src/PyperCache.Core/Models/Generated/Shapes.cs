using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Json;
using PyperCache.Models.Timestamps;

namespace PyperCache.Models.Generated;

/// <summary>The shapes that emitted code puts together. Shapes of scalars are in <see cref="Scalars"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Shapes
{
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = ApiModelJson.Resolver };

    /// <summary>A model.</summary>
    public static Shape<T> Model<T>()
        where T : IApiModel<T> => ModelShape<T>.Instance;

    /// <summary>Whatever is registered for a type that is known at run time only: a type parameter of a generic model.</summary>
    /// <exception cref="NotSupportedException">Nothing is registered for it.</exception>
    public static Shape<T> Registered<T>() => ModelRegistry.Find<T>();

    /// <summary>A type whose hydrator stands beside it.</summary>
    public static Shape<T> Foreign<T, TModel>()
        where TModel : IForeignModel<T, TModel> => new ForeignShape<T, TModel>();

    /// <summary>A type that a converter of System.Text.Json reads and writes. The converter finds models by the options that it is given.</summary>
    /// <param name="converter">A converter of <typeparamref name="T"/>, or a factory that makes one.</param>
    public static Shape<T> Converted<T>(JsonConverter converter) => new TypeInfoShape<T>(() =>
        JsonMetadataServices.CreateValueInfo<T>(s_options, converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), s_options)! : converter));

    /// <summary>A type that a context of System.Text.Json reads and writes.</summary>
    /// <param name="context">Gives the context; asked at the first use.</param>
    /// <exception cref="NotSupportedException">At the first use: the context does not know the type.</exception>
    public static Shape<T> InContext<T>(Func<JsonSerializerContext> context) => new TypeInfoShape<T>(() =>
        (JsonTypeInfo<T>?)context().GetTypeInfo(typeof(T))
        ?? throw new NotSupportedException($"{context().GetType()} does not know {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to it."));

    /// <summary>A value type or null.</summary>
    public static Shape<T?> Nullable<T>(Shape<T> inner)
        where T : struct => new NullableShape<T>(inner);

    /// <summary>A reference type or null.</summary>
    public static Shape<T?> OrNull<T>(Shape<T> inner)
        where T : class => new NullableReferenceShape<T>(inner);

    /// <summary>A value of a type parameter that may be null: <c>T?</c> without a constraint is null only where the type that stands for it can be.</summary>
    public static Shape<T?> OrDefault<T>(Shape<T> inner) => new NullableParameterShape<T>(inner);

    /// <summary>A value that knows whether it was there.</summary>
    public static Shape<Optional<T>> Optional<T>(Shape<T> inner) => new OptionalShape<T>(inner);

    /// <summary>A value that is hydrated when it is first asked for.</summary>
    public static Shape<Lazy<T>> Lazy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Shape<T> inner, LazyCheck check) =>
        new LazyShape<T>(inner, check);

    /// <summary>An array.</summary>
    public static Shape<T[]> Array<T>(Shape<T> item) => new SequenceShape<T[], T>(item, static items => [.. items]);

    /// <summary>A list.</summary>
    public static Shape<List<T>> List<T>(Shape<T> item) => new SequenceShape<List<T>, T>(item, static items => items);

    /// <summary>An interface that a list implements.</summary>
    public static Shape<TCollection> ListAs<TCollection, T>(Shape<T> item, Func<List<T>, TCollection> upcast)
        where TCollection : IEnumerable<T> => new SequenceShape<TCollection, T>(item, upcast);

    /// <summary>An immutable array.</summary>
    public static Shape<ImmutableArray<T>> ImmutableArray<T>(Shape<T> item) => new SequenceShape<ImmutableArray<T>, T>(item, static items => [.. items]);

    /// <summary>A set; of equal elements the first is kept.</summary>
    public static Shape<TSet> SetAs<TSet, T>(Shape<T> item, Func<HashSet<T>, TSet> upcast)
        where TSet : IEnumerable<T> => new SetShape<TSet, T>(item, items => upcast([.. items]));

    /// <summary>A dictionary, or an interface that one implements.</summary>
    public static Shape<TDictionary> DictionaryAs<TDictionary, T>(Shape<T> item, Func<Dictionary<string, T>, TDictionary> upcast)
        where TDictionary : IEnumerable<KeyValuePair<string, T>> => new DictionaryShape<TDictionary, T>(item, upcast);

    /// <summary>Rows from parallel arrays.</summary>
    public static Shape<TCollection> Columns<TCollection, TRow>(Func<List<TRow>, TCollection> create, params string[] required)
        where TCollection : IEnumerable<TRow>
        where TRow : IApiModel<TRow> => new ColumnsShape<TCollection, TRow>(create, required);

    /// <summary>An enum.</summary>
    public static Shape<T> Enum<T>(bool isFlags, params (string Name, T Value)[] names)
        where T : struct, Enum => new EnumShape<T>(isFlags, names);

    /// <summary>A point in time with its offset.</summary>
    public static Shape<DateTimeOffset> Timestamp(TimestampUnit unit, string? format, string? timeZone) =>
        new TimestampShape<DateTimeOffset>(new TimestampFormat(unit, format, timeZone), static t => t, static t => t);

    /// <summary>A point in time in UTC.</summary>
    public static Shape<DateTime> TimestampDateTime(TimestampUnit unit, string? format, string? timeZone) =>
        new TimestampShape<DateTime>(
            new TimestampFormat(unit, format, timeZone),
            static t => t.UtcDateTime,
            static t => new DateTimeOffset(t.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(t, DateTimeKind.Utc) : t).ToUniversalTime());

    /// <summary>The date of a point in time, at its own offset.</summary>
    public static Shape<DateOnly> TimestampDate(TimestampUnit unit, string? format, string? timeZone) =>
        new TimestampShape<DateOnly>(
            new TimestampFormat(unit, format, timeZone),
            static t => DateOnly.FromDateTime(t.DateTime),
            static d => new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    /// <summary>The time of day of a point in time, at its own offset.</summary>
    public static Shape<TimeOnly> TimestampTime(TimestampUnit unit, string? format, string? timeZone) =>
        new TimestampShape<TimeOnly>(
            new TimestampFormat(unit, format, timeZone),
            static t => TimeOnly.FromDateTime(t.DateTime),
            static t => new DateTimeOffset(DateOnly.FromDateTime(DateTime.UnixEpoch).ToDateTime(t), TimeSpan.Zero));
}
