using System.Runtime.InteropServices;

namespace PyperCache.Json;

/// <summary>The parts of the text of a JSON number.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref partial struct JsonNumber
{
    private const long ExponentLimit = 1L << 40;

    /// <summary>The text of the number, from its sign to its last digit.</summary>
    public ReadOnlySpan<byte> Text;

    /// <summary>The digits before the point.</summary>
    public ReadOnlySpan<byte> Integer;

    /// <summary>The digits behind the point; empty without one.</summary>
    public ReadOnlySpan<byte> Fraction;

    /// <summary>The exponent, cut off far outside of what any type holds.</summary>
    public long Exponent;

    /// <summary>Whether there is a minus sign.</summary>
    public bool IsNegative;

    /// <summary>Reads the number at the start of a text.</summary>
    /// <param name="text">Begins with a minus sign or a digit, else there is a fault at 0.</param>
    /// <param name="number">The parts, when the result is true.</param>
    /// <param name="end">The offset behind the number, or of the fault, where a digit is missing or there is a leading zero.</param>
    public static bool TryScan(ReadOnlySpan<byte> text, out JsonNumber number, out int end)
    {
        number = default;
        int i = 0;
        if (i < text.Length && text[i] == '-')
        {
            number.IsNegative = true;
            i++;
        }

        bool leadingZero = i < text.Length && text[i] == '0';
        if (!TryScanDigits(text, ref i, out number.Integer))
        {
            end = i;
            return false;
        }

        if (leadingZero && number.Integer.Length > 1)
        {
            end = i - number.Integer.Length + 1;
            return false;
        }

        bool complete = TryScanFraction(text, ref i, ref number) && TryScanExponent(text, ref i, ref number);
        end = i;
        number.Text = text[..i];
        return complete;
    }

    private static bool TryScanFraction(ReadOnlySpan<byte> text, scoped ref int i, ref JsonNumber number)
    {
        if (i >= text.Length || text[i] != '.')
            return true;
        i++;
        return TryScanDigits(text, ref i, out number.Fraction);
    }

    private static bool TryScanExponent(ReadOnlySpan<byte> text, scoped ref int i, ref JsonNumber number)
    {
        if (i >= text.Length || (text[i] | 0x20) != 'e')
            return true;
        i++;
        bool negative = i < text.Length && text[i] == '-';
        if (negative || (i < text.Length && text[i] == '+'))
            i++;
        if (!TryScanDigits(text, ref i, out ReadOnlySpan<byte> digits))
            return false;
        foreach (byte digit in digits)
            number.Exponent = Math.Min((number.Exponent * 10) + (digit - '0'), ExponentLimit);
        if (negative)
            number.Exponent = -number.Exponent;
        return true;
    }

    private static bool TryScanDigits(ReadOnlySpan<byte> text, scoped ref int i, out ReadOnlySpan<byte> digits)
    {
        int count = text[i..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (count < 0)
            count = text.Length - i;
        digits = text.Slice(i, count);
        i += count;
        return count > 0;
    }
}
