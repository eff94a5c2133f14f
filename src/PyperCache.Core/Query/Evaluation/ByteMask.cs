using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Query.Evaluation;

/// <summary>Finds a byte among 64: one bit for each.</summary>
internal static class ByteMask
{
    /// <summary>The bytes that are equal to <paramref name="wanted"/> when the bits of <paramref name="ignored"/> are set in them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ref byte block, byte wanted, byte ignored = 0)
    {
        if (Vector512.IsHardwareAccelerated)
            return Vector512.Equals(Vector512.LoadUnsafe(ref block) | Vector512.Create(ignored), Vector512.Create(wanted)).ExtractMostSignificantBits();
        if (Vector256.IsHardwareAccelerated)
            return Find256(ref block, 0, wanted, ignored) | (Find256(ref block, 32, wanted, ignored) << 32);
        ulong low = Find128(ref block, 0, wanted, ignored) | (Find128(ref block, 16, wanted, ignored) << 16);
        ulong high = Find128(ref block, 32, wanted, ignored) | (Find128(ref block, 48, wanted, ignored) << 16);
        return low | (high << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find256(ref byte block, nuint offset, byte wanted, byte ignored) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref block, offset) | Vector256.Create(ignored), Vector256.Create(wanted)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find128(ref byte block, nuint offset, byte wanted, byte ignored) =>
        Vector128.Equals(Vector128.LoadUnsafe(ref block, offset) | Vector128.Create(ignored), Vector128.Create(wanted)).ExtractMostSignificantBits();
}
