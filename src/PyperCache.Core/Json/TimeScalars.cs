using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <summary>Reads dates and times as System.Text.Json does.</summary>
internal static class TimeScalars
{
    /// <summary>More than the longest text of a date or a time, were every character of it escaped.</summary>
    private const int MaxText = 256;

    public static bool TryRead(ref JsonCursor cursor, out DateTime value)
    {
        value = default;
        if (!TrySlice(ref cursor, out ReadOnlySpan<byte> quoted))
            return false;
        var reader = new Utf8JsonReader(quoted);
        return reader.Read() && reader.TryGetDateTime(out value);
    }

    public static bool TryRead(ref JsonCursor cursor, out DateTimeOffset value)
    {
        value = default;
        if (!TrySlice(ref cursor, out ReadOnlySpan<byte> quoted))
            return false;
        var reader = new Utf8JsonReader(quoted);
        return reader.Read() && reader.TryGetDateTimeOffset(out value);
    }

    [SkipLocalsInit]
    public static bool TryRead(ref JsonCursor cursor, out DateOnly value)
    {
        Span<byte> buffer = stackalloc byte[MaxText];
        value = default;
        if (!TextScalars.TryReadString(ref cursor, buffer, out ReadOnlySpan<byte> text) || text.Length != 10)
            return false;
        if (!TryNumber(text[..4], out int year) || text[4] != '-' || !TryNumber(text[5..7], out int month) || text[7] != '-' || !TryNumber(text[8..], out int day))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateOnly(year, month, day);
        return true;
    }

    public static bool TryRead(ref JsonCursor cursor, out TimeOnly value)
    {
        value = default;
        if (!TryRead(ref cursor, out TimeSpan span) || span < TimeSpan.Zero || span.Ticks >= TimeSpan.TicksPerDay)
            return false;
        value = TimeOnly.FromTimeSpan(span);
        return true;
    }

    [SkipLocalsInit]
    public static bool TryRead(ref JsonCursor cursor, out TimeSpan value)
    {
        Span<byte> buffer = stackalloc byte[MaxText];
        value = default;
        return TextScalars.TryReadString(ref cursor, buffer, out ReadOnlySpan<byte> text)
            && !text.IsEmpty
            && (char.IsAsciiDigit((char)text[0]) || text[0] == '-')
            && Utf8Parser.TryParse(text, out value, out int length, 'c')
            && length == text.Length;
    }

    /// <summary>Moves behind the value; true with its raw text when it is a string.</summary>
    private static bool TrySlice(ref JsonCursor cursor, out ReadOnlySpan<byte> quoted)
    {
        bool isString = cursor.Peek() == JsonValueKind.String;
        int start = cursor.Position;
        cursor.SkipChecked();
        quoted = cursor.Json[start..cursor.Position];
        return isString;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
