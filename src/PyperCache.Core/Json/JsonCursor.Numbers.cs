using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Integers, decimals and what all numbers share.</content>
public ref partial struct JsonCursor
{
    private const int TextBuffer = 128;

    /// <summary>Reads an integer, also from a text that is exactly a number, and from 5.0 and 1e2, but never with loss.</summary>
    /// <param name="value">The value; 0 when the result is false.</param>
    /// <returns>False when the value is something else or out of range; it has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryReadInt32(out int value)
    {
        if (TryReadShortInteger(out long wide) || TryReadLongInteger(int.MaxValue, 1UL + int.MaxValue, out wide))
        {
            value = (int)wide;
            if (value == wide)
                return true;
        }

        value = 0;
        return false;
    }

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadInt64(out long value) =>
        TryReadShortInteger(out value) || TryReadLongInteger(long.MaxValue, 1UL + long.MaxValue, out value);

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadUInt64(out ulong value)
    {
        int start = _position;
        if (TryReadShortInteger(out long wide))
        {
            value = wide < 0 ? 0 : (ulong)wide;
            return wide >= 0;
        }

        _position = start;
        value = 0;
        if (!TryReadMagnitude(out UInt128 magnitude, out bool negative) || magnitude > (negative ? 0 : ulong.MaxValue))
            return false;
        value = (ulong)magnitude;
        return true;
    }

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadUInt32(out uint value) => TryNarrow(out value);

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadInt16(out short value) => TryNarrow(out value);

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadUInt16(out ushort value) => TryNarrow(out value);

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadByte(out byte value) => TryNarrow(out value);

    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadSByte(out sbyte value) => TryNarrow(out value);

    /// <summary>Reads a number, also from a text that is exactly one, when a decimal holds all of its digits.</summary>
    /// <inheritdoc cref="TryReadInt32"/>
    [SkipLocalsInit]
    public bool TryReadDecimal(out decimal value)
    {
        Span<byte> buffer = stackalloc byte[TextBuffer];
        value = 0;
        return TryReadNumber(buffer, out JsonNumber number) && number.TryGetDecimal(out value);
    }

    /// <summary>Reads an integer of any size up to 16,384 digits.</summary>
    [SkipLocalsInit]
    internal bool TryReadBigInteger(out BigInteger value)
    {
        Span<byte> buffer = stackalloc byte[TextBuffer];
        value = 0;
        return TryReadNumber(buffer, out JsonNumber number) && number.TryGetBigInteger(out value);
    }

    /// <summary>Reads an integer as its absolute value and its sign.</summary>
    [SkipLocalsInit]
    internal bool TryReadMagnitude(out UInt128 magnitude, out bool negative)
    {
        Span<byte> buffer = stackalloc byte[TextBuffer];
        magnitude = 0;
        negative = false;
        if (!TryReadNumber(buffer, out JsonNumber number) || !number.TryGetMagnitude(out magnitude))
            return false;
        negative = number.IsNegative;
        return true;
    }

    /// <summary>Moves behind the value, which is a number or a text that is exactly one; false for anything else.</summary>
    /// <param name="buffer">Room for a text with escapes; <paramref name="number"/> may be a view of it.</param>
    /// <param name="number">The parts of the number.</param>
    internal bool TryReadNumber(scoped Span<byte> buffer, out JsonNumber number)
    {
        if (NextByte() == '"')
        {
            TryReadText(buffer, out ReadOnlySpan<byte> text, out _);
            return JsonNumber.TryScan(text, out number, out int length) && length == text.Length;
        }

        if (Peek() != JsonValueKind.Number)
        {
            Skip();
            number = default;
            return false;
        }

        ReadNumber(out number);
        return true;
    }

    /// <summary>Reads up to 18 digits that are neither followed by more nor by a fraction or an exponent; otherwise stays, but for white space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadShortInteger(out long value)
    {
        SkipWhiteSpace();
        return ShortNumber.TryRead(ref MemoryMarshal.GetReference(_json), ref _position, _json.Length, isClosed: false, out value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadLongInteger(ulong max, ulong maxNegative, out long value)
    {
        value = 0;
        if (!TryReadMagnitude(out UInt128 magnitude, out bool negative) || magnitude > (negative ? maxNegative : max))
            return false;
        value = negative ? (long)(0 - (ulong)magnitude) : (long)(ulong)magnitude;
        return true;
    }

    private bool TryNarrow<T>(out T value)
        where T : struct, IBinaryInteger<T>
    {
        if (TryReadInt64(out long wide))
        {
            value = T.CreateTruncating(wide);
            if (long.CreateTruncating(value) == wide)
                return true;
        }

        value = default;
        return false;
    }

    private void ReadNumber(out JsonNumber number)
    {
        if (!JsonNumber.TryScan(_json[_position..], out number, out int end))
            ThrowNumberFault(_position + end);
        _position += end;
    }

    private readonly void ThrowNumberFault(int at) =>
        ThrowExpected(at < _json.Length && IsDigit(_json[at]) ? "no digit behind a leading zero" : "a digit", at);
}
