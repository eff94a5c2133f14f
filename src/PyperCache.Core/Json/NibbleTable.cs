using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PyperCache.Json;

/// <summary>Gives each byte its classes: the bits that both the entry for its low and the one for its high half have.</summary>
internal readonly struct NibbleTable
{
    private const byte Nibble = 0x0F;

    private readonly Vector128<byte> _low;
    private readonly Vector128<byte> _high;

    /// <param name="low">16 entries, for the lower four bits of a byte.</param>
    /// <param name="high">16 entries, for the upper four bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NibbleTable(Vector128<byte> low, Vector128<byte> high)
    {
        _low = low;
        _high = high;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Find(Vector128<byte> v)
    {
        Vector128<byte> nibble = Vector128.Create(Nibble);
        return Vector128.ShuffleNative(_low, v & nibble) & Vector128.ShuffleNative(_high, Vector128.ShiftRightLogical(v, 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> Find(Vector256<byte> v)
    {
        if (!Avx2.IsSupported)
            return Vector256.Create(Find(v.GetLower()), Find(v.GetUpper()));
        Vector256<byte> nibble = Vector256.Create(Nibble);
        return Avx2.Shuffle(Vector256.Create(_low), v & nibble)
            & Avx2.Shuffle(Vector256.Create(_high), Vector256.ShiftRightLogical(v.AsUInt16(), 4).AsByte() & nibble);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Find(Vector512<byte> v)
    {
        if (!Avx512BW.IsSupported)
            return Vector512.Create(Find(v.GetLower()), Find(v.GetUpper()));
        Vector512<byte> nibble = Vector512.Create(Nibble);
        return Avx512BW.Shuffle(Vector512.Create(_low), v & nibble)
            & Avx512BW.Shuffle(Vector512.Create(_high), Vector512.ShiftRightLogical(v.AsUInt16(), 4).AsByte() & nibble);
    }
}
