using System.Globalization;
using System.Numerics;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>A JSON number as <see cref="Digits"/> times ten to the <see cref="Exponent"/>, worked out the slow way.</summary>
internal readonly struct ExactNumber
{
    private ExactNumber(BigInteger digits, int exponent)
    {
        Digits = digits;
        Exponent = exponent;
    }

    public BigInteger Digits { get; }

    public int Exponent { get; }

    /// <summary>The value of a well-formed number; null when its exponent is too far out to be worked with.</summary>
    public static ExactNumber? Parse(string text)
    {
        int e = text.IndexOfAny(['e', 'E']);
        string mantissa = e < 0 ? text : text[..e];
        int exponent = 0;
        if (e >= 0 && (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 2000))
            return null;
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        BigInteger digits = BigInteger.Parse(mantissa, CultureInfo.InvariantCulture);
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return new ExactNumber(digits, digits.IsZero ? 0 : exponent);
    }

    /// <summary>The integer that it is; null when it is none.</summary>
    public BigInteger? Integer => Exponent < 0 ? null : Digits * BigInteger.Pow(10, Exponent);

    /// <summary>Whether a decimal has room for all digits.</summary>
    public bool FitsDecimal => Exponent is >= -28 and <= 28 && BigInteger.Abs(Digits) * BigInteger.Pow(10, Math.Max(Exponent, 0)) < BigInteger.One << 96;
}
