using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>Sets the values that the cursor reads against those of a <see cref="JsonElement"/>.</summary>
internal static class ValueComparison
{
    /// <summary>What they disagree about, with its path; null when they agree, and the cursor is behind the value.</summary>
    public static string? Compare(ref JsonCursor cursor, JsonElement element, string path)
    {
        if (cursor.Peek() != element.ValueKind)
            return $"{path}: Peek says {cursor.Peek()}, not {element.ValueKind}";
        int start = cursor.Position;
        cursor.Skip();
        int end = cursor.Position;
        cursor.Position = start;
        string? difference = element.ValueKind switch
        {
            JsonValueKind.Array => CompareArray(ref cursor, element, path),
            JsonValueKind.Object => CompareObject(ref cursor, element, path),
            JsonValueKind.String => CompareString(ref cursor, element, path),
            JsonValueKind.Number => CompareNumber(ref cursor, element.GetRawText(), path, start),
            JsonValueKind.Null => cursor.TryReadNull() ? null : $"{path}: no null",
            _ => cursor.TryReadBoolean(out bool value) && value == element.GetBoolean() ? null : $"{path}: another boolean",
        };
        return difference ?? (cursor.Position == end ? null : $"{path}: Skip ends at {end}, reading at {cursor.Position}");
    }

    private static string? CompareArray(ref JsonCursor cursor, JsonElement element, string path)
    {
        cursor.BeginArray();
        bool started = false;
        int index = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            if (!cursor.NextElement(ref started))
                return $"{path}: ends before element {index}";
            if (Compare(ref cursor, item, $"{path}[{index++}]") is { } difference)
                return difference;
        }

        return cursor.NextElement(ref started) ? $"{path}: more than {index} elements" : null;
    }

    private static string? CompareObject(ref JsonCursor cursor, JsonElement element, string path)
    {
        cursor.BeginObject();
        bool started = false;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped))
                return $"{path}: ends before {property.Name}";
            if (JsonCursor.KeyText(rawKey, escaped) != property.Name)
                return $"{path}: key {JsonCursor.KeyText(rawKey, escaped)}, not {property.Name}";
            if (Compare(ref cursor, property.Value, $"{path}.{property.Name}") is { } difference)
                return difference;
        }

        return cursor.NextMember(ref started, out _, out _) ? $"{path}: more members" : null;
    }

    private static string? CompareString(ref JsonCursor cursor, JsonElement element, string path)
    {
        string expected = element.GetString()!;
        int start = cursor.Position;
        if (!cursor.MatchString(expected))
            return $"{path}: does not match {expected}";
        cursor.Position = start;
        if (cursor.MatchString(expected + "x"))
            return $"{path}: matches what is longer";
        cursor.Position = start;
        Span<byte> buffer = stackalloc byte[20];
        if (!cursor.TryReadText(buffer, out ReadOnlySpan<byte> utf8, out _) || Encoding.UTF8.GetString(utf8) != expected)
            return $"{path}: another text";
        cursor.Position = start;
        if (CompareText(ref cursor, expected, path, start) is { } difference)
            return difference;
        cursor.Position = start;
        return cursor.TryReadString(out string? text) && text == expected ? null : $"{path}: '{text}', not '{expected}'";
    }

    private static string? CompareText(ref JsonCursor cursor, string text, string path, int start)
    {
        bool isNumber = text.Length > 0 && (text[0] == '-' || char.IsAsciiDigit(text[0])) && char.IsAsciiDigit(text[^1]) && Reference.Accepts(Encoding.UTF8.GetBytes(text));
        if (isNumber)
            return CompareNumber(ref cursor, text, path, start);
        bool any = cursor.TryReadInt32(out int _);
        cursor.Position = start;
        any |= cursor.TryReadDouble(out double _);
        cursor.Position = start;
        any |= cursor.TryReadDecimal(out decimal _);
        cursor.Position = start;
        if (cursor.TryReadBoolean(out bool value) != text is "true" or "false" || value != (text == "true"))
            return $"{path}: '{text}' as a boolean";
        return any ? $"{path}: a number from '{text}'" : null;
    }

    /// <remarks>The numbers of a <see cref="JsonElement"/> are no measure: it takes 26190907298676546.000 for ...548, where a tie goes to ...544 (IEEE 754, 4.3.1).</remarks>
    private static string? CompareNumber(ref JsonCursor cursor, string text, string path, int start)
    {
        double wide = double.Parse(text, CultureInfo.InvariantCulture);
        if (cursor.TryReadDouble(out double d) != double.IsFinite(wide) || (double.IsFinite(wide) && BitConverter.DoubleToInt64Bits(d) != BitConverter.DoubleToInt64Bits(wide)))
            return $"{path}: {text} as a double gives {d:R}";
        cursor.Position = start;
        float narrow = float.Parse(text, CultureInfo.InvariantCulture);
        if (cursor.TryReadSingle(out float f) != float.IsFinite(narrow) || (float.IsFinite(narrow) && BitConverter.SingleToInt32Bits(f) != BitConverter.SingleToInt32Bits(narrow)))
            return $"{path}: {text} as a float gives {f:R}";
        cursor.Position = start;
        if (!cursor.TryReadString(out string? raw) || raw != text)
            return $"{path}: {text} as a string gives {raw}";
        return ExactNumber.Parse(text) is { } exact ? CompareExact(ref cursor, exact, text, path, start) : null;
    }

    private static string? CompareExact(ref JsonCursor cursor, ExactNumber exact, string text, string path, int start)
    {
        cursor.Position = start;
        bool fits = cursor.TryReadDecimal(out decimal m);
        if (fits != exact.FitsDecimal || (fits && m != decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)))
            return $"{path}: {text} as a decimal gives {m}";

        BigInteger? integer = exact.Integer;
        cursor.Position = start;
        bool ok = Agrees(cursor.TryReadInt64(out long int64), int64, integer, long.MinValue, long.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadUInt64(out ulong uint64), uint64, integer, ulong.MinValue, ulong.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadInt32(out int int32), int32, integer, int.MinValue, int.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadUInt32(out uint uint32), uint32, integer, uint.MinValue, uint.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadInt16(out short int16), int16, integer, short.MinValue, short.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadUInt16(out ushort uint16), uint16, integer, ushort.MinValue, ushort.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadSByte(out sbyte int8), int8, integer, sbyte.MinValue, sbyte.MaxValue);
        cursor.Position = start;
        ok &= Agrees(cursor.TryReadByte(out byte uint8), uint8, integer, byte.MinValue, byte.MaxValue);
        return ok ? null : $"{path}: {text} as an integer gives {int64} {uint64} {int32} {uint32} {int16} {uint16} {int8} {uint8}";
    }

    private static bool Agrees(bool read, BigInteger value, BigInteger? expected, BigInteger min, BigInteger max) =>
        expected is { } e && e >= min && e <= max ? read && value == e : !read && value == 0;
}
