using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Turns the inside of a string that is not plain ASCII into characters, in one pass that also finds its end.</summary>
/// <remarks>It gives up on everything that is rare, and on everything that is wrong, so that one slower way can care for both.</remarks>
internal static class StringDecoder
{
    /// <summary>The room for characters that <see cref="TryDecode"/> asks for.</summary>
    public const int MaxChars = 640;

    /// <summary>The bytes that are decoded at once.</summary>
    private const int Step = 16;

    /// <summary>The characters that are decoded at most: each step writes a vector, used or not.</summary>
    private const int Limit = MaxChars - Step;

    /// <summary>Decodes up to the closing quote.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="start">The first byte behind the opening quote.</param>
    /// <param name="firstSpecial">The first byte of the string that is not plain ASCII.</param>
    /// <param name="chars">Room for <see cref="MaxChars"/> characters.</param>
    /// <param name="length">The number of characters.</param>
    /// <param name="end">The offset of the closing quote.</param>
    /// <returns>False when the string must be read in another way.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> json, int start, int firstSpecial, ref char chars, out int length, out int end)
    {
        ref byte bytes = ref MemoryMarshal.GetReference(json);
        ref ushort target = ref Unsafe.As<char, ushort>(ref chars);
        int last = json.Length - Step;
        int p = start;
        length = 0;
        end = 0;

        // What comes before the first special byte is known to be plain.
        for (; p < firstSpecial && p <= last; p += Step, length += Step)
        {
            if (length > Limit)
                return false;
            Widen(ref bytes, p, ref target, length);
        }

        if (p > firstSpecial)
        {
            length -= p - firstSpecial;
            p = firstSpecial;
        }

        while (p <= last && length <= Limit)
        {
            uint mask = Widen(ref bytes, p, ref target, length);
            if (mask == 0)
            {
                p += Step;
                length += Step;
                continue;
            }

            int plain = BitOperations.TrailingZeroCount(mask);
            p += plain;
            length += plain;
            byte special = Unsafe.Add(ref bytes, p);
            if (special == '"')
            {
                end = p;
                return true;
            }

            bool decoded = special == '\\' ? TryDecodeEscape(ref bytes, last, ref p, ref target, ref length) : TryDecodeWide(ref bytes, last, ref p, ref target, ref length);
            if (!decoded)
                return false;
        }

        return length <= Limit && TryDecodeTail(ref bytes, json.Length, p, ref target, ref length, out end);
    }

    /// <summary>The same for the last bytes of the JSON, one by one.</summary>
    private static bool TryDecodeTail(ref byte bytes, int count, int p, ref ushort target, ref int length, out int end)
    {
        for (end = p; end < count; end++)
        {
            byte b = Unsafe.Add(ref bytes, end);
            if (b == '"')
                return true;
            if (b is (byte)'\\' or < (byte)' ' or > 0x7F)
                return false;
            Unsafe.Add(ref target, length++) = b;
        }

        return false;
    }

    /// <summary>Writes 16 bytes as characters.</summary>
    /// <returns>A bit for each of them that is not plain.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Widen(ref byte bytes, int p, ref ushort target, int length)
    {
        Vector128<byte> v = Vector128.LoadUnsafe(ref bytes, (nuint)p);
        Vector128.WidenLower(v).StoreUnsafe(ref target, (nuint)length);
        Vector128.WidenUpper(v).StoreUnsafe(ref target, (nuint)length + 8);
        return Utf8Scan.Specials(v);
    }

    // A backslash is followed by at least one more byte when it is at or before the last vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDecodeEscape(ref byte bytes, int last, ref int p, ref ushort target, ref int length)
    {
        if (p > last)
            return false;
        byte letter = Unsafe.Add(ref bytes, p + 1);
        if (letter == 'u')
            return TryDecodeUnit(ref bytes, ref p, ref target, ref length);
        ushort c = letter switch
        {
            (byte)'n' => '\n',
            (byte)'"' or (byte)'\\' or (byte)'/' => letter,
            (byte)'t' => '\t',
            (byte)'r' => '\r',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            _ => 0,
        };
        Unsafe.Add(ref target, length++) = c;
        p += 2;
        return c != 0;
    }

    /// <summary>A <c>\u</c> escape; surrogates are left to the slower way.</summary>
    private static bool TryDecodeUnit(ref byte bytes, ref int p, ref ushort target, ref int length)
    {
        int value = 0;
        for (int i = 2; i < 6; i++)
        {
            byte digit = Unsafe.Add(ref bytes, p + i);
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        Unsafe.Add(ref target, length++) = (ushort)value;
        p += 6;
        return !char.IsSurrogate((char)value);
    }

    /// <summary>As many characters beyond ASCII as follow each other, and a vector has room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDecodeWide(ref byte bytes, int last, ref int p, ref ushort target, ref int length)
    {
        do
        {
            if (p > last || length > Limit)
                return false;
            uint next = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref bytes, p));
            if (!BitConverter.IsLittleEndian)
                next = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(next);
            if ((next & 0x00C0_C0F0) == 0x0080_80E0)
            {
                uint c = ((next & 0x0F) << 12) | ((next & 0x3F00) >> 2) | ((next & 0x3F_0000) >> 16);
                if (c < 0x800 || (c & 0xF800) == 0xD800)
                    return false;
                Unsafe.Add(ref target, length++) = (ushort)c;
                p += 3;
            }
            else if ((next & 0xC0E0) == 0x80C0)
            {
                uint c = ((next & 0x1F) << 6) | ((next & 0x3F00) >> 8);
                if (c < 0x80)
                    return false;
                Unsafe.Add(ref target, length++) = (ushort)c;
                p += 2;
            }
            else if (!TryDecodePair(next, ref p, ref target, ref length))
            {
                return false;
            }
        }
        while ((sbyte)Unsafe.Add(ref bytes, p) < 0);
        return true;
    }

    /// <summary>Four bytes that are two characters.</summary>
    private static bool TryDecodePair(uint next, ref int p, ref ushort target, ref int length)
    {
        if ((next & 0xC0C0_C0F8) != 0x8080_80F0)
            return false;
        uint c = ((next & 0x07) << 18) | ((next & 0x3F00) << 4) | ((next & 0x3F_0000) >> 10) | ((next & 0x3F00_0000) >> 24);
        if (c is < 0x1_0000 or > 0x10_FFFF)
            return false;
        c -= 0x1_0000;
        Unsafe.Add(ref target, length++) = (ushort)(0xD800 + (c >> 10));
        Unsafe.Add(ref target, length++) = (ushort)(0xDC00 + (c & 0x3FF));
        p += 4;
        return true;
    }
}
