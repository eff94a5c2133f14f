using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The shapes of scalars, named as the framework names their types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "A shape is named after the type that it reads.")]
public static class Scalars
{
    /// <summary>Text.</summary>
    public static Shape<string> String { get; } = new StringShape();

    /// <summary>True or false.</summary>
    public static Shape<bool> Boolean { get; } = Of("bool", ScalarReaders.Boolean, static (w, v) => w.WriteBooleanValue(v));

    /// <summary>A number of 8 bits without a sign.</summary>
    public static Shape<byte> Byte { get; } = Of("byte", ScalarReaders.Byte, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 8 bits.</summary>
    public static Shape<sbyte> SByte { get; } = Of("sbyte", ScalarReaders.SByte, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 16 bits.</summary>
    public static Shape<short> Int16 { get; } = Of("short", ScalarReaders.Int16, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 16 bits without a sign.</summary>
    public static Shape<ushort> UInt16 { get; } = Of("ushort", ScalarReaders.UInt16, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 32 bits.</summary>
    public static Shape<int> Int32 { get; } = Of("int", ScalarReaders.Int32, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 32 bits without a sign.</summary>
    public static Shape<uint> UInt32 { get; } = Of("uint", ScalarReaders.UInt32, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 64 bits.</summary>
    public static Shape<long> Int64 { get; } = Of("long", ScalarReaders.Int64, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 64 bits without a sign.</summary>
    public static Shape<ulong> UInt64 { get; } = Of("ulong", ScalarReaders.UInt64, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number of 128 bits.</summary>
    public static Shape<Int128> Int128 { get; } = Of("Int128", ScalarReaders.Int128, static (w, v) => WriteNumber(w, v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number of 128 bits without a sign.</summary>
    public static Shape<UInt128> UInt128 { get; } = Of("UInt128", ScalarReaders.UInt128, static (w, v) => WriteNumber(w, v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A whole number of any size.</summary>
    public static Shape<BigInteger> BigInteger { get; } = Of("BigInteger", ScalarReaders.BigInteger, static (w, v) => WriteNumber(w, v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A floating-point number of half precision.</summary>
    public static Shape<Half> Half { get; } = Of("Half", ScalarReaders.Half, static (w, v) => w.WriteNumberValue((float)v));

    /// <summary>A floating-point number of single precision.</summary>
    public static Shape<float> Single { get; } = Of("float", ScalarReaders.Single, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A floating-point number of double precision.</summary>
    public static Shape<double> Double { get; } = Of("double", ScalarReaders.Double, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A decimal number.</summary>
    public static Shape<decimal> Decimal { get; } = Of("decimal", ScalarReaders.Decimal, static (w, v) => w.WriteNumberValue(v));

    /// <summary>One character.</summary>
    public static Shape<char> Char { get; } = Of("char", ScalarReaders.Char, static (w, v) => w.WriteStringValue(new ReadOnlySpan<char>(in v)));

    /// <summary>A GUID.</summary>
    public static Shape<Guid> Guid { get; } = Of("Guid", ScalarReaders.Guid, static (w, v) => w.WriteStringValue(v));

    /// <summary>A URI, absolute or relative.</summary>
    public static Shape<Uri> Uri { get; } = Of("Uri", ScalarReaders.Uri, static (w, v) => w.WriteStringValue(v.OriginalString));

    /// <summary>A date and time.</summary>
    public static Shape<DateTime> DateTime { get; } = Of("DateTime", ScalarReaders.DateTime, static (w, v) => w.WriteStringValue(v));

    /// <summary>A date and time with its offset.</summary>
    public static Shape<DateTimeOffset> DateTimeOffset { get; } = Of("DateTimeOffset", ScalarReaders.DateTimeOffset, static (w, v) => w.WriteStringValue(v));

    /// <summary>A date.</summary>
    public static Shape<DateOnly> DateOnly { get; } = Of("DateOnly", ScalarReaders.DateOnly, static (w, v) => w.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>A time of day.</summary>
    public static Shape<TimeOnly> TimeOnly { get; } = Of("TimeOnly", ScalarReaders.TimeOnly, static (w, v) => w.WriteStringValue(v.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture)));

    /// <summary>A length of time.</summary>
    public static Shape<TimeSpan> TimeSpan { get; } = Of("TimeSpan", ScalarReaders.TimeSpan, static (w, v) => w.WriteStringValue(v.ToString("c", CultureInfo.InvariantCulture)));

    /// <summary>Bytes as base64.</summary>
    public static Shape<byte[]> Bytes { get; } = new BytesShape();

    /// <summary>Any JSON value.</summary>
    public static Shape<JsonElement> JsonElement { get; } = new JsonElementShape();

    /// <summary>Any JSON value as a node.</summary>
    public static Shape<JsonNode> JsonNode { get; } = new JsonNodeShape();

    /// <summary>Any JSON value as a boxed <see cref="System.Text.Json.JsonElement"/>.</summary>
    public static Shape<object> Object { get; } = new AnyShape();

    private static ScalarShape<T> Of<T>(string expected, PayloadReader<T> reader, Action<Utf8JsonWriter, T> write) => new(expected, reader, write);

    private static void WriteNumber(Utf8JsonWriter writer, string digits) => writer.WriteRawValue(digits, skipInputValidation: true);
}
