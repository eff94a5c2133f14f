using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The shapes of scalars that may be null. Each is made when it is first asked for, so that a program has only those that it uses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "A shape is named after the type that it reads.")]
public static class Nullables
{
    /// <summary><see cref="Scalars.String"/> or null.</summary>
    public static Shape<string?> String => field ??= Shapes.OrNull(Scalars.String);

    /// <summary><see cref="Scalars.Boolean"/> or null.</summary>
    public static Shape<bool?> Boolean => field ??= Shapes.Nullable(Scalars.Boolean);

    /// <summary><see cref="Scalars.Byte"/> or null.</summary>
    public static Shape<byte?> Byte => field ??= Shapes.Nullable(Scalars.Byte);

    /// <summary><see cref="Scalars.SByte"/> or null.</summary>
    public static Shape<sbyte?> SByte => field ??= Shapes.Nullable(Scalars.SByte);

    /// <summary><see cref="Scalars.Int16"/> or null.</summary>
    public static Shape<short?> Int16 => field ??= Shapes.Nullable(Scalars.Int16);

    /// <summary><see cref="Scalars.UInt16"/> or null.</summary>
    public static Shape<ushort?> UInt16 => field ??= Shapes.Nullable(Scalars.UInt16);

    /// <summary><see cref="Scalars.Int32"/> or null.</summary>
    public static Shape<int?> Int32 => field ??= Shapes.Nullable(Scalars.Int32);

    /// <summary><see cref="Scalars.UInt32"/> or null.</summary>
    public static Shape<uint?> UInt32 => field ??= Shapes.Nullable(Scalars.UInt32);

    /// <summary><see cref="Scalars.Int64"/> or null.</summary>
    public static Shape<long?> Int64 => field ??= Shapes.Nullable(Scalars.Int64);

    /// <summary><see cref="Scalars.UInt64"/> or null.</summary>
    public static Shape<ulong?> UInt64 => field ??= Shapes.Nullable(Scalars.UInt64);

    /// <summary><see cref="Scalars.Int128"/> or null.</summary>
    public static Shape<System.Int128?> Int128 => field ??= Shapes.Nullable(Scalars.Int128);

    /// <summary><see cref="Scalars.UInt128"/> or null.</summary>
    public static Shape<UInt128?> UInt128 => field ??= Shapes.Nullable(Scalars.UInt128);

    /// <summary><see cref="Scalars.BigInteger"/> or null.</summary>
    public static Shape<BigInteger?> BigInteger => field ??= Shapes.Nullable(Scalars.BigInteger);

    /// <summary><see cref="Scalars.Half"/> or null.</summary>
    public static Shape<Half?> Half => field ??= Shapes.Nullable(Scalars.Half);

    /// <summary><see cref="Scalars.Single"/> or null.</summary>
    public static Shape<float?> Single => field ??= Shapes.Nullable(Scalars.Single);

    /// <summary><see cref="Scalars.Double"/> or null.</summary>
    public static Shape<double?> Double => field ??= Shapes.Nullable(Scalars.Double);

    /// <summary><see cref="Scalars.Decimal"/> or null.</summary>
    public static Shape<decimal?> Decimal => field ??= Shapes.Nullable(Scalars.Decimal);

    /// <summary><see cref="Scalars.Char"/> or null.</summary>
    public static Shape<char?> Char => field ??= Shapes.Nullable(Scalars.Char);

    /// <summary><see cref="Scalars.Guid"/> or null.</summary>
    public static Shape<Guid?> Guid => field ??= Shapes.Nullable(Scalars.Guid);

    /// <summary><see cref="Scalars.Uri"/> or null.</summary>
    public static Shape<Uri?> Uri => field ??= Shapes.OrNull(Scalars.Uri);

    /// <summary><see cref="Scalars.DateTime"/> or null.</summary>
    public static Shape<DateTime?> DateTime => field ??= Shapes.Nullable(Scalars.DateTime);

    /// <summary><see cref="Scalars.DateTimeOffset"/> or null.</summary>
    public static Shape<DateTimeOffset?> DateTimeOffset => field ??= Shapes.Nullable(Scalars.DateTimeOffset);

    /// <summary><see cref="Scalars.DateOnly"/> or null.</summary>
    public static Shape<DateOnly?> DateOnly => field ??= Shapes.Nullable(Scalars.DateOnly);

    /// <summary><see cref="Scalars.TimeOnly"/> or null.</summary>
    public static Shape<TimeOnly?> TimeOnly => field ??= Shapes.Nullable(Scalars.TimeOnly);

    /// <summary><see cref="Scalars.TimeSpan"/> or null.</summary>
    public static Shape<TimeSpan?> TimeSpan => field ??= Shapes.Nullable(Scalars.TimeSpan);

    /// <summary><see cref="Scalars.Bytes"/> or null.</summary>
    public static Shape<byte[]?> Bytes => field ??= Shapes.OrNull(Scalars.Bytes);

    /// <summary><see cref="Scalars.JsonElement"/> or null.</summary>
    public static Shape<System.Text.Json.JsonElement?> JsonElement => field ??= Shapes.Nullable(Scalars.JsonElement);

    /// <summary><see cref="Scalars.JsonNode"/> or null.</summary>
    public static Shape<JsonNode?> JsonNode => field ??= Shapes.OrNull(Scalars.JsonNode);

    /// <summary><see cref="Scalars.Object"/> or null.</summary>
    public static Shape<object?> Object => field ??= Shapes.OrNull(Scalars.Object);
}
