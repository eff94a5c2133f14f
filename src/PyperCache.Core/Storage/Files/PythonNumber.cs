using System.Globalization;

namespace PyperCache.Storage.Files;

/// <summary>Floating-point numbers as Python writes them: the shortest digits that give the number back, always with a point or an exponent.</summary>
internal static class PythonNumber
{
    private const int FirstWithExponent = 16;
    private const int LastWithLeadingZeros = -4;

    /// <summary>The text of a finite number.</summary>
    public static string Format(double value)
    {
        string scientific = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        string shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        int exponent = value == 0 ? 0 : int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = Digits(shortest);
        string sign = double.IsNegative(value) ? "-" : "";
        return exponent is >= FirstWithExponent or < LastWithLeadingZeros
            ? sign + WithExponent(digits, exponent)
            : sign + WithPoint(digits, exponent);
    }

    /// <summary>The text of a length of time in seconds: whole ones without a point.</summary>
    public static string FormatSeconds(double seconds) =>
        seconds == Math.Floor(seconds) && Math.Abs(seconds) < 1e15 ? ((long)seconds).ToString(CultureInfo.InvariantCulture) : Format(seconds);

    /// <summary>The digits of a number without zeros at either end; "0" for zero.</summary>
    private static string Digits(string shortest)
    {
        int end = shortest.IndexOf('E', StringComparison.Ordinal);
        string digits = (end < 0 ? shortest : shortest[..end]).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static string WithExponent(string digits, int exponent)
    {
        string mantissa = digits.Length == 1 ? digits : digits[0] + "." + digits[1..];
        string sign = exponent < 0 ? "-" : "+";
        return mantissa + "e" + sign + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
    }

    private static string WithPoint(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        string whole = digits.Length > exponent + 1 ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        string fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return whole + "." + fraction;
    }
}
