using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Binary floating point.</content>
public ref partial struct JsonCursor
{
    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number, also from a text that is exactly one, as the nearest double.</summary>
    /// <param name="value">The value; 0 when the result is false.</param>
    /// <returns>False when the value is something else or too large; it has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryRead(out double value)
    {
        int start = _position;
        if (TryReadShortDecimal(out ulong digits, out int scale, out bool negative) && digits <= 1UL << 53)
        {
            // Both are exact, so that the one division rounds to the nearest double.
            value = digits / PowersOfTen[scale];
            if (negative)
                value = -value;
            return true;
        }

        _position = start;
        return TryReadParsed(out value);
    }

    /// <summary>Reads a number, also from a text that is exactly one, as the nearest float.</summary>
    /// <inheritdoc cref="TryRead(out double)"/>
    public bool TryRead(out float value)
    {
        int start = _position;
        if (TryReadShortDecimal(out ulong digits, out int scale, out bool negative) && digits <= 1UL << 24 && scale <= 10)
        {
            value = digits / (float)PowersOfTen[scale];
            if (negative)
                value = -value;
            return true;
        }

        _position = start;
        return TryReadParsed(out value);
    }

    /// <summary>Reads a number, also from a text that is exactly one, as the nearest half.</summary>
    /// <inheritdoc cref="TryRead(out double)"/>
    internal bool TryRead(out Half value) => TryReadParsed(out value);

    /// <summary>Reads a number without exponent of at most 18 digits; otherwise stays, but for white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadShortDecimal(out ulong digits, out int scale, out bool negative)
    {
        SkipWhiteSpace();
        ref byte json = ref MemoryMarshal.GetReference(_json);
        int p = _position;
        int length = _json.Length;
        digits = 0;
        scale = 0;
        negative = p < length && Unsafe.Add(ref json, p) == '-';
        if (negative)
            p++;
        int first = p;
        uint digit;
        while (p < length && (digit = (uint)(Unsafe.Add(ref json, p) - '0')) <= 9)
        {
            digits = (digits * 10) + digit;
            p++;
        }

        int count = p - first;
        if (count == 0 || (count > 1 && Unsafe.Add(ref json, first) == '0'))
            return false;
        if (p < length && Unsafe.Add(ref json, p) == '.')
        {
            int point = p++;
            while (p < length && (digit = (uint)(Unsafe.Add(ref json, p) - '0')) <= 9)
            {
                digits = (digits * 10) + digit;
                p++;
            }

            scale = p - point - 1;
            if (scale == 0)
                return false;
        }

        if (count + scale > 18 || (p < length && (Unsafe.Add(ref json, p) | 0x20) == 'e'))
            return false;
        _position = p;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private bool TryReadParsed<T>(out T value)
        where T : struct, IUtf8SpanParsable<T>, IFloatingPointIeee754<T>
    {
        Span<byte> buffer = stackalloc byte[TextBuffer];
        if (TryReadNumber(buffer, out JsonNumber number)
            && T.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value))
        {
            return true;
        }

        value = default;
        return false;
    }
}
