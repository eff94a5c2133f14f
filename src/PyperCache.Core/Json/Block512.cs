using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>64 bytes in one vector, of which compares give bits at once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Block512 : IByteBlock<Block512>
{
    private readonly Vector512<byte> _a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block512(Vector512<byte> a) => _a = a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block512 Load(ref byte block) => new(Vector512.LoadUnsafe(ref block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Vector512.Equals(_a, Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualIfAny(byte value) => Equal(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveBackslashOrControl() => true;

    // Both opening brackets differ in the bit in which letters differ by case; so do both closing ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Brackets()
    {
        Vector512<byte> v = _a | Vector512.Create((byte)0x20);
        return (Vector512.Equals(v, Vector512.Create((byte)'{')) | Vector512.Equals(v, Vector512.Create((byte)'}'))).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong BracketsIfAny() => Brackets();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Block512 Find(NibbleTable table) => new(table.Find(_a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HaveAny(byte bits) => ~new Block512(_a & Vector512.Create(bits)).Equal(0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ControlsIfAny() => Vector512.LessThan(_a, Vector512.Create((byte)' ')).ExtractMostSignificantBits();
}
