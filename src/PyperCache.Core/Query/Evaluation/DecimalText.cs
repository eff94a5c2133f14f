using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Compares numbers by the decimal value of their texts: exactly, whatever their size.</summary>
internal static class DecimalText
{
    /// <summary>A number as JSON writes it: without zeros in front.</summary>
    public static string TrimLeadingZeros(string number)
    {
        string sign = number.StartsWith('-') ? "-" : "";
        string digits = number[sign.Length..].TrimStart('0');
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) ? sign + digits : sign + "0" + digits;
    }

    /// <summary>Whether the numbers at the start of two texts have the same value. False when the first is no number.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> json, ReadOnlySpan<byte> wanted)
    {
        if (!JsonNumber.TryScan(json, out JsonNumber a, out _))
            return false;
        if (a.Text.SequenceEqual(wanted))
            return true;
        JsonNumber.TryScan(wanted, out JsonNumber b, out _);
        return AreEqual(a, b);
    }

    private static bool AreEqual(JsonNumber a, JsonNumber b)
    {
        DigitRun first = Significant(a);
        DigitRun second = Significant(b);
        if (first.Length != second.Length)
            return false;
        if (first.Length == 0)
            return true;
        if (a.IsNegative != b.IsNegative || first.LastExponent != second.LastExponent)
            return false;
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] != second[i])
                return false;
        }

        return true;
    }

    private static DigitRun Significant(JsonNumber number)
    {
        var digits = new DigitRun(number.Integer, number.Fraction, number.Exponent - number.Fraction.Length);
        digits.TrimZeros();
        return digits;
    }

    /// <summary>The digits of a number as one run, and the power of ten of the last of them.</summary>
    private ref struct DigitRun(ReadOnlySpan<byte> integer, ReadOnlySpan<byte> fraction, long lastExponent)
    {
        private readonly ReadOnlySpan<byte> _integer = integer;
        private readonly ReadOnlySpan<byte> _fraction = fraction;
        private int _start;

        public int Length { get; private set; } = integer.Length + fraction.Length;

        public long LastExponent { get; private set; } = lastExponent;

        public readonly byte this[int index]
        {
            get
            {
                int i = _start + index;
                return i < _integer.Length ? _integer[i] : _fraction[i - _integer.Length];
            }
        }

        public void TrimZeros()
        {
            while (Length > 0 && this[Length - 1] == '0')
            {
                Length--;
                LastExponent++;
            }

            while (Length > 0 && this[0] == '0')
            {
                _start++;
                Length--;
            }
        }
    }
}
