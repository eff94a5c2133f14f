using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Finds the bytes that end a run of string characters, many bytes at a time.</summary>
/// <remarks>Vectors are only loaded where they lie inside the bytes; the last ones are taken from a vector that ends at the last byte.</remarks>
internal static class Utf8Scan
{
    /// <summary>The offset of the first quote, backslash, control character or non-ASCII byte at or after <paramref name="p"/>; the length when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindSpecial(ref byte json, int p, int length)
    {
        if (Vector256.IsHardwareAccelerated && p <= length - Vector256<byte>.Count)
        {
            uint mask = Specials(Vector256.LoadUnsafe(ref json, (nuint)p));
            if (mask != 0)
                return p + BitOperations.TrailingZeroCount(mask);
            p += Vector256<byte>.Count;
        }
        else if (p <= length - Vector128<byte>.Count)
        {
            uint mask = Specials(Vector128.LoadUnsafe(ref json, (nuint)p));
            if (mask != 0)
                return p + BitOperations.TrailingZeroCount(mask);
            p += Vector128<byte>.Count;
        }

        return FindSpecialFurther(ref json, p, length);
    }

    /// <summary>The offset of the first quote, backslash or control character at or after <paramref name="p"/>; the length when there is none.</summary>
    public static int FindQuoteEscapeOrControl(ref byte json, int p, int length)
    {
        while (p <= length - Vector128<byte>.Count)
        {
            uint mask = Breaks(Vector128.LoadUnsafe(ref json, (nuint)p));
            if (mask != 0)
                return p + BitOperations.TrailingZeroCount(mask);
            p += Vector128<byte>.Count;
        }

        for (; p < length; p++)
        {
            byte b = Unsafe.Add(ref json, p);
            if (b is (byte)'"' or (byte)'\\' or < 0x20)
                return p;
        }

        return length;
    }

    /// <summary>The offset behind a literal or a number without exponent; -1 for everything else, which may be wrong or may only be rarer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindScalarEnd(ReadOnlySpan<byte> json, int p)
    {
        if (p > json.Length - 8)
            return -1;
        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetReference(json), p);
        switch (start)
        {
            case (byte)'t':
                return Unsafe.ReadUnaligned<uint>(ref start) == Literals.True ? p + 4 : -1;
            case (byte)'n':
                return Unsafe.ReadUnaligned<uint>(ref start) == Literals.Null ? p + 4 : -1;
            case (byte)'f':
                return Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, 1)) == Literals.Alse ? p + 5 : -1;
            default:
                return FindShortNumberEnd(json, p);
        }
    }

    private static int FindShortNumberEnd(ReadOnlySpan<byte> json, int p)
    {
        if (p < json.Length && json[p] == '-')
            p++;
        int first = p;
        p = SkipDigits(json, p);
        if (p == first || (json[first] == '0' && p > first + 1))
            return -1;
        if (p < json.Length && json[p] == '.')
        {
            int point = p;
            p = SkipDigits(json, p + 1);
            if (p == point + 1)
                return -1;
        }

        return p < json.Length && (json[p] | 0x20) == 'e' ? -1 : p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipDigits(ReadOnlySpan<byte> json, int p)
    {
        while ((uint)p < (uint)json.Length && (uint)(json[p] - '0') <= 9)
            p++;
        return p;
    }

    private static int FindSpecialFurther(ref byte json, int p, int length)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            while (p <= length - Vector256<byte>.Count)
            {
                uint mask = Specials(Vector256.LoadUnsafe(ref json, (nuint)p));
                if (mask != 0)
                    return p + BitOperations.TrailingZeroCount(mask);
                p += Vector256<byte>.Count;
            }
        }

        while (p <= length - Vector128<byte>.Count)
        {
            uint mask = Specials(Vector128.LoadUnsafe(ref json, (nuint)p));
            if (mask != 0)
                return p + BitOperations.TrailingZeroCount(mask);
            p += Vector128<byte>.Count;
        }

        return FindSpecialAtEnd(ref json, p, length);
    }

    private static int FindSpecialAtEnd(ref byte json, int p, int length)
    {
        if (length >= Vector128<byte>.Count)
        {
            int last = length - Vector128<byte>.Count;
            uint mask = Specials(Vector128.LoadUnsafe(ref json, (nuint)last)) >> (p - last);
            return mask != 0 ? p + BitOperations.TrailingZeroCount(mask) : length;
        }

        for (; p < length; p++)
        {
            byte b = Unsafe.Add(ref json, p);
            if (b is (byte)'"' or (byte)'\\' or < 0x20 or > 0x7F)
                return p;
        }

        return length;
    }

    // As signed bytes, both control characters and non-ASCII are less than a space.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Specials(Vector128<byte> v) =>
        (Vector128.Equals(v, Vector128.Create((byte)'"'))
            | Vector128.Equals(v, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(v.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Specials(Vector256<byte> v) =>
        (Vector256.Equals(v, Vector256.Create((byte)'"'))
            | Vector256.Equals(v, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(v.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Breaks(Vector128<byte> v) =>
        (Vector128.Equals(v, Vector128.Create((byte)'"'))
            | Vector128.Equals(v, Vector128.Create((byte)'\\'))
            | Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)0x1F)), v)).ExtractMostSignificantBits();
}
