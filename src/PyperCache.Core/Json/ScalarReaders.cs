using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyperCache.Json;

/// <summary>The readers of the types that are neither models nor collections, one of each.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Each reader is named after the type that it reads.")]
internal static class ScalarReaders
{
    /// <summary>Reads true and false, and the same words as strings.</summary>
    public static PayloadReader<bool> Boolean { get; } = Make((ref JsonCursor c, out bool v) => c.TryReadBoolean(out v));

    /// <summary>Reads integers that fit, also from texts.</summary>
    public static PayloadReader<byte> Byte { get; } = Make((ref JsonCursor c, out byte v) => c.TryReadByte(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<sbyte> SByte { get; } = Make((ref JsonCursor c, out sbyte v) => c.TryReadSByte(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<short> Int16 { get; } = Make((ref JsonCursor c, out short v) => c.TryReadInt16(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<ushort> UInt16 { get; } = Make((ref JsonCursor c, out ushort v) => c.TryReadUInt16(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<int> Int32 { get; } = new NumberReader<int, Int32Cell>();

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<uint> UInt32 { get; } = Make((ref JsonCursor c, out uint v) => c.TryReadUInt32(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<long> Int64 { get; } = new NumberReader<long, Int64Cell>();

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<ulong> UInt64 { get; } = Make((ref JsonCursor c, out ulong v) => c.TryReadUInt64(out v));

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<nint> IntPtr { get; } = Make<nint>(NumberScalars.TryRead);

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<nuint> UIntPtr { get; } = Make<nuint>(NumberScalars.TryRead);

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<Int128> Int128 { get; } = Make<Int128>(NumberScalars.TryRead);

    /// <inheritdoc cref="Byte"/>
    public static PayloadReader<UInt128> UInt128 { get; } = Make<UInt128>(NumberScalars.TryRead);

    /// <summary>Reads integers of up to 16,384 digits, also from texts.</summary>
    public static PayloadReader<BigInteger> BigInteger { get; } = Make((ref JsonCursor c, out BigInteger v) => c.TryReadBigInteger(out v));

    /// <summary>Reads numbers that are not too large as the nearest value, also from texts.</summary>
    public static PayloadReader<Half> Half { get; } = Make((ref JsonCursor c, out Half v) => c.TryReadHalf(out v));

    /// <inheritdoc cref="Half"/>
    public static PayloadReader<float> Single { get; } = Make((ref JsonCursor c, out float v) => c.TryReadSingle(out v));

    /// <inheritdoc cref="Half"/>
    public static PayloadReader<double> Double { get; } = new NumberReader<double, DoubleCell>();

    /// <summary>Reads numbers whose digits all fit, also from texts.</summary>
    public static PayloadReader<decimal> Decimal { get; } = Make((ref JsonCursor c, out decimal v) => c.TryReadDecimal(out v));

    /// <summary>Reads strings, and numbers as their raw text.</summary>
    public static PayloadReader<string> String { get; } = Make<string>((ref JsonCursor c, [MaybeNullWhen(false)] out string v) => c.TryReadString(out v));

    /// <summary>Reads strings of exactly one character.</summary>
    public static PayloadReader<char> Char { get; } = Make<char>(TextScalars.TryRead);

    /// <summary>Reads the 36 characters of <c>6f9619ff-8b86-d011-b42d-00c04fc964ff</c>.</summary>
    public static PayloadReader<Guid> Guid { get; } = Make<Guid>(TextScalars.TryRead);

    /// <summary>Reads absolute and relative URIs.</summary>
    public static PayloadReader<Uri> Uri { get; } = Make<Uri>(TextScalars.TryRead);

    /// <summary>Reads ISO 8601 texts as System.Text.Json does.</summary>
    public static PayloadReader<DateTime> DateTime { get; } = Make<DateTime>(TimeScalars.TryRead);

    /// <inheritdoc cref="DateTime"/>
    public static PayloadReader<DateTimeOffset> DateTimeOffset { get; } = Make<DateTimeOffset>(TimeScalars.TryRead);

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    public static PayloadReader<DateOnly> DateOnly { get; } = Make<DateOnly>(TimeScalars.TryRead);

    /// <summary>Reads <c>HH:mm:ss</c> with an optional fraction, as System.Text.Json does.</summary>
    public static PayloadReader<TimeOnly> TimeOnly { get; } = Make<TimeOnly>(TimeScalars.TryRead);

    /// <summary>Reads <c>[-][d.]hh:mm:ss[.fffffff]</c>, as System.Text.Json does.</summary>
    public static PayloadReader<TimeSpan> TimeSpan { get; } = Make<TimeSpan>(TimeScalars.TryRead);

    /// <summary>Reads base64.</summary>
    public static PayloadReader<byte[]> ByteArray { get; } = Make<byte[]>(TextScalars.TryRead);

    /// <summary>Reads any value, detached from the payload.</summary>
    public static PayloadReader<JsonElement> JsonElement { get; } = Make<JsonElement>(DocumentScalars.TryRead);

    /// <summary>Reads any value but null, detached from the payload.</summary>
    public static PayloadReader<JsonNode> JsonNode { get; } = Make<JsonNode>(DocumentScalars.TryRead);

    /// <summary>Reads any value as a boxed <see cref="System.Text.Json.JsonElement"/>, and null as null.</summary>
    public static PayloadReader<object> Object { get; } = Make<object>(DocumentScalars.TryRead);

    private static readonly Dictionary<Type, object> s_all = Collect();

    /// <summary>The reader of a scalar or a nullable one; null when <typeparamref name="T"/> is something else.</summary>
    internal static PayloadReader<T>? Find<T>() => s_all.TryGetValue(typeof(T), out object? reader) ? (PayloadReader<T>)reader : null;

    private static ScalarReader<T> Make<T>(ReadScalar<T> read) => new(read);

    private static Dictionary<Type, object> Collect()
    {
        var all = new Dictionary<Type, object>();
        CollectNumbers(all);
        AddStruct(all, Boolean);
        AddStruct(all, Char);
        AddStruct(all, Guid);
        AddStruct(all, DateTime);
        AddStruct(all, DateTimeOffset);
        AddStruct(all, DateOnly);
        AddStruct(all, TimeOnly);
        AddStruct(all, TimeSpan);
        AddStruct(all, JsonElement);
        all.Add(typeof(string), String);
        all.Add(typeof(Uri), Uri);
        all.Add(typeof(byte[]), ByteArray);
        all.Add(typeof(JsonNode), JsonNode);
        all.Add(typeof(object), Object);
        return all;
    }

    private static void CollectNumbers(Dictionary<Type, object> all)
    {
        AddStruct(all, Byte);
        AddStruct(all, SByte);
        AddStruct(all, Int16);
        AddStruct(all, UInt16);
        AddStruct(all, Int32);
        AddStruct(all, UInt32);
        AddStruct(all, Int64);
        AddStruct(all, UInt64);
        AddStruct(all, IntPtr);
        AddStruct(all, UIntPtr);
        AddStruct(all, Int128);
        AddStruct(all, UInt128);
        AddStruct(all, BigInteger);
        AddStruct(all, Half);
        AddStruct(all, Single);
        AddStruct(all, Double);
        AddStruct(all, Decimal);
    }

    private static void AddStruct<T>(Dictionary<Type, object> all, PayloadReader<T> reader)
        where T : struct
    {
        all.Add(typeof(T), reader);
        all.Add(typeof(T?), new NullableReader<T>(reader));
    }
}
