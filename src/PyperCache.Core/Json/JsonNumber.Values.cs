using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace PyperCache.Json;

/// <content>The values of numbers in the types that cannot take every number: exactly, or not at all.</content>
internal ref partial struct JsonNumber
{
    /// <summary>How many digits an integer without bounds may have; a short text such as <c>1e999999999</c> must not ask for gigabytes.</summary>
    private const int MaxBigDigits = 16_384;

    /// <summary>The absolute value, when it is an integer of at most 128 bits.</summary>
    public readonly bool TryGetMagnitude(out UInt128 magnitude)
    {
        magnitude = 0;
        long zeros = Exponent - Fraction.Length;
        Significant(out ReadOnlySpan<byte> integer, out ReadOnlySpan<byte> fraction, ref zeros);
        if (integer.Length + fraction.Length == 0)
            return true;
        if (zeros < 0 || integer.Length + fraction.Length + zeros > 39)
            return false;
        return TryAppend(integer, ref magnitude) && TryAppend(fraction, ref magnitude) && TryScale(ref magnitude, (int)zeros);
    }

    /// <summary>The value, when it is an integer of at most 16,384 digits.</summary>
    public readonly bool TryGetBigInteger(out BigInteger value)
    {
        value = default;
        long zeros = Exponent - Fraction.Length;
        Significant(out ReadOnlySpan<byte> integer, out ReadOnlySpan<byte> fraction, ref zeros);
        int digits = integer.Length + fraction.Length;
        if (digits == 0)
            return true;
        if (zeros < 0 || digits + zeros > MaxBigDigits)
            return false;

        char[] text = ArrayPool<char>.Shared.Rent(digits);
        for (int i = 0; i < digits; i++)
            text[i] = (char)(i < integer.Length ? integer[i] : fraction[i - integer.Length]);
        value = BigInteger.Parse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)zeros);
        ArrayPool<char>.Shared.Return(text);
        if (IsNegative)
            value = -value;
        return true;
    }

    /// <summary>The value, when a decimal holds all of its digits. Zeros at the end of the fraction are kept where there is room.</summary>
    public readonly bool TryGetDecimal(out decimal value)
    {
        value = 0;
        long scale = Fraction.Length - Exponent;
        if (scale is < 0 or > 28 || !TryGetDigits(Integer.TrimStart((byte)'0'), Fraction, out UInt128 digits))
        {
            long zeros = -scale;
            Significant(out ReadOnlySpan<byte> integer, out ReadOnlySpan<byte> fraction, ref zeros);
            if (!TryGetDigits(integer, fraction, out digits))
                return false;
            if (digits == 0 || zeros > 28)
                return digits == 0;
            scale = Math.Max(-zeros, 0);
            if (scale > 28 || !TryScale(ref digits, (int)Math.Max(zeros, 0)) || digits >> 96 != 0)
                return false;
        }

        value = new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), IsNegative, (byte)scale);
        return true;
    }

    /// <summary>The digits without the zeros around them; <paramref name="zeros"/> counts those that were cut off at the end.</summary>
    private readonly void Significant(out ReadOnlySpan<byte> integer, out ReadOnlySpan<byte> fraction, ref long zeros)
    {
        integer = Integer.TrimStart((byte)'0');
        fraction = Fraction.TrimEnd((byte)'0');
        zeros += Fraction.Length - fraction.Length;
        if (integer.IsEmpty)
            fraction = fraction.TrimStart((byte)'0');
        if (fraction.IsEmpty)
        {
            int all = integer.Length;
            integer = integer.TrimEnd((byte)'0');
            zeros += all - integer.Length;
        }
    }

    private static bool TryGetDigits(ReadOnlySpan<byte> integer, ReadOnlySpan<byte> fraction, out UInt128 digits)
    {
        digits = 0;
        return integer.Length + fraction.Length <= 38 && TryAppend(integer, ref digits) && TryAppend(fraction, ref digits) && digits >> 96 == 0;
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref UInt128 value)
    {
        foreach (byte digit in digits)
        {
            if (!TryShift(ref value, (uint)(digit - '0')))
                return false;
        }

        return true;
    }

    private static bool TryScale(ref UInt128 value, int zeros)
    {
        for (; zeros > 0; zeros--)
        {
            if (!TryShift(ref value, 0))
                return false;
        }

        return true;
    }

    private static bool TryShift(ref UInt128 value, uint digit)
    {
        UInt128 limit = UInt128.MaxValue / 10;
        if (value > limit || (value == limit && digit > (uint)(UInt128.MaxValue % 10)))
            return false;
        value = (value * 10) + digit;
        return true;
    }
}
