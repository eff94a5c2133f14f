using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Query.Evaluation;

/// <summary>Which of 64 bytes are what, one bit for each byte.</summary>
internal readonly ref struct ByteClasses
{
    // '{' and '[' differ in this bit alone, and so do '}' and ']'.
    private const byte BracketBit = 0x20;

    public ulong Quotes { get; private init; }

    public ulong Backslashes { get; private init; }

    public ulong Colons { get; private init; }

    public ulong Opens { get; private init; }

    public ulong Closes { get; private init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteClasses Of(ref byte block)
    {
        if (Vector512.IsHardwareAccelerated)
            return OfOne(Vector512.LoadUnsafe(ref block));
        if (Vector256.IsHardwareAccelerated)
            return OfTwo(Vector256.LoadUnsafe(ref block), Vector256.LoadUnsafe(ref block, 32));
        return OfFour(Vector128.LoadUnsafe(ref block), Vector128.LoadUnsafe(ref block, 16), Vector128.LoadUnsafe(ref block, 32), Vector128.LoadUnsafe(ref block, 48));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteClasses OfOne(Vector512<byte> a)
    {
        Vector512<byte> brackets = a | Vector512.Create(BracketBit);
        return new ByteClasses
        {
            Quotes = Vector512.Equals(a, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
            Backslashes = Vector512.Equals(a, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
            Colons = Vector512.Equals(a, Vector512.Create((byte)':')).ExtractMostSignificantBits(),
            Opens = Vector512.Equals(brackets, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
            Closes = Vector512.Equals(brackets, Vector512.Create((byte)'}')).ExtractMostSignificantBits(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteClasses OfTwo(Vector256<byte> a, Vector256<byte> b)
    {
        Vector256<byte> bit = Vector256.Create(BracketBit);
        return new ByteClasses
        {
            Quotes = Equal(a, b, (byte)'"'),
            Backslashes = Equal(a, b, (byte)'\\'),
            Colons = Equal(a, b, (byte)':'),
            Opens = Equal(a | bit, b | bit, (byte)'{'),
            Closes = Equal(a | bit, b | bit, (byte)'}'),
        };
    }

    private static ByteClasses OfFour(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d)
    {
        Vector128<byte> bit = Vector128.Create(BracketBit);
        return new ByteClasses
        {
            Quotes = Equal(a, b, c, d, (byte)'"'),
            Backslashes = Equal(a, b, c, d, (byte)'\\'),
            Colons = Equal(a, b, c, d, (byte)':'),
            Opens = Equal(a | bit, b | bit, c | bit, d | bit, (byte)'{'),
            Closes = Equal(a | bit, b | bit, c | bit, d | bit, (byte)'}'),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector256<byte> a, Vector256<byte> b, byte wanted)
    {
        Vector256<byte> all = Vector256.Create(wanted);
        return Vector256.Equals(a, all).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(b, all).ExtractMostSignificantBits() << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d, byte wanted)
    {
        Vector128<byte> all = Vector128.Create(wanted);
        ulong low = Vector128.Equals(a, all).ExtractMostSignificantBits() | (Vector128.Equals(b, all).ExtractMostSignificantBits() << 16);
        ulong high = Vector128.Equals(c, all).ExtractMostSignificantBits() | (Vector128.Equals(d, all).ExtractMostSignificantBits() << 16);
        return low | (high << 32);
    }
}
