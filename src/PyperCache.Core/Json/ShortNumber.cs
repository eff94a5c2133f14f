using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyperCache.Json;

/// <summary>Numbers of the most frequent kind: without exponent, and with so few digits that 64 bits hold them.</summary>
internal static class ShortNumber
{
    private const int MaxDigits = 18;

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    /// <summary>Reads an integer that is neither followed by a fraction nor by an exponent.</summary>
    /// <param name="json">The first byte of the JSON.</param>
    /// <param name="p">Where the number is expected; behind it when the result is true.</param>
    /// <param name="length">The number of bytes of the JSON.</param>
    /// <param name="isClosed">Whether the JSON is known to end in a byte that is part of no number; the end is then not looked for. A constant.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <returns>False for everything else, well formed or not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte json, ref int p, int length, bool isClosed, out long value)
    {
        int at = p;
        bool negative = (isClosed || at < length) && At(ref json, at) == '-';
        if (negative)
            at++;
        int first = at;
        ulong digits = 0;
        ReadDigits(ref json, ref at, length, isClosed, ref digits);
        value = negative ? -(long)digits : (long)digits;
        int count = at - first;
        if (count == 0 || count > MaxDigits || (count > 1 && At(ref json, first) == '0'))
            return false;
        if ((isClosed || at < length) && (At(ref json, at) == '.' || (At(ref json, at) | 0x20) == 'e'))
            return false;
        p = at;
        return true;
    }

    /// <summary>Reads a number that is not followed by an exponent.</summary>
    /// <param name="json">The first byte of the JSON.</param>
    /// <param name="p">Where the number is expected; behind it when the result is true.</param>
    /// <param name="length">The number of bytes of the JSON.</param>
    /// <param name="isClosed">Whether the JSON is known to end in a byte that is part of no number; the end is then not looked for. A constant.</param>
    /// <param name="digits">The number without sign and point, when the result is true.</param>
    /// <param name="scale">How many of the digits, at most 18, stand behind the point.</param>
    /// <param name="negative">Whether there is a minus sign.</param>
    /// <returns>False for everything else, well formed or not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte json, ref int p, int length, bool isClosed, out ulong digits, out int scale, out bool negative)
    {
        int at = p;
        digits = 0;
        scale = 0;
        negative = (isClosed || at < length) && At(ref json, at) == '-';
        if (negative)
            at++;
        int first = at;
        ReadDigits(ref json, ref at, length, isClosed, ref digits);
        int count = at - first;
        if (count == 0 || (count > 1 && At(ref json, first) == '0'))
            return false;
        if ((isClosed || at < length) && At(ref json, at) == '.')
        {
            int point = at++;
            ReadDigits(ref json, ref at, length, isClosed, ref digits);
            scale = at - point - 1;
            if (scale == 0)
                return false;
        }

        if (count + scale > MaxDigits || ((isClosed || at < length) && (At(ref json, at) | 0x20) == 'e'))
            return false;
        p = at;
        return true;
    }

    /// <summary>Reads a number that is not followed by an exponent and whose digits a double holds exactly.</summary>
    /// <inheritdoc cref="TryRead(ref byte, ref int, int, bool, out long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ref byte json, ref int p, int length, bool isClosed, out double value)
    {
        int at = p;
        value = 0;
        if (!TryRead(ref json, ref at, length, isClosed, out ulong digits, out int scale, out bool negative) || digits > 1UL << 53)
            return false;

        // Both are exact, so that the one division rounds to the nearest double.
        value = (long)digits / PowerOfTen(scale);
        if (negative)
            value = -value;
        p = at;
        return true;
    }

    /// <summary>Ten to the power of a scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowerOfTen(int scale) => Unsafe.Add(ref MemoryMarshal.GetReference(PowersOfTen), scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadDigits(ref byte json, ref int p, int length, bool isClosed, ref ulong digits)
    {
        uint digit;
        while ((isClosed || p < length) && (digit = (uint)(At(ref json, p) - '0')) <= 9)
        {
            digits = (digits * 10) + digit;
            p++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte At(ref byte json, int p) => Unsafe.Add(ref json, (nint)(uint)p);
}
