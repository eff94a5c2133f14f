using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Binary floating point.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads a number, also from a text that is exactly one, as the nearest double.</summary>
    /// <param name="value">The value; 0 when the result is false.</param>
    /// <returns>False when the value is something else or too large; it has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryReadDouble(out double value)
    {
        SkipWhiteSpace();
        return ShortNumber.TryRead(ref MemoryMarshal.GetReference(_json), ref _position, _json.Length, isClosed: false, out value) || TryReadParsed(out value);
    }

    /// <summary>Reads a number, also from a text that is exactly one, as the nearest float.</summary>
    /// <inheritdoc cref="TryReadDouble"/>
    public bool TryReadSingle(out float value)
    {
        SkipWhiteSpace();
        int p = _position;
        if (!ShortNumber.TryRead(ref MemoryMarshal.GetReference(_json), ref p, _json.Length, isClosed: false, out ulong digits, out int scale, out bool negative)
            || digits > 1UL << 24 || scale > 10)
        {
            return TryReadParsed(out value);
        }

        _position = p;
        value = digits / (float)ShortNumber.PowerOfTen(scale);
        if (negative)
            value = -value;
        return true;
    }

    /// <summary>Reads a number, also from a text that is exactly one, as the nearest half.</summary>
    /// <inheritdoc cref="TryReadDouble"/>
    internal bool TryReadHalf(out Half value) => TryReadParsed(out value);

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
