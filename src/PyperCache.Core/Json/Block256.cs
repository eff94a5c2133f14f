using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>64 bytes in two vectors.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Block256 : IByteBlock<Block256>
{
    private readonly Vector256<byte> _a;
    private readonly Vector256<byte> _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block256(Vector256<byte> a, Vector256<byte> b)
    {
        _a = a;
        _b = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block256 Load(ref byte block) => new(Vector256.LoadUnsafe(ref block), Vector256.LoadUnsafe(ref block, 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Compare(value).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualIfAny(byte value) => Compare(value).JoinIfAny();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveBackslashOrControl()
    {
        Vector256<byte> backslash = Vector256.Create((byte)'\\');
        return (Vector256.Equals(_a, backslash) | Vector256.Equals(_b, backslash) | Controls(Vector256.Min(_a, _b))) != Vector256<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Brackets() => new Block256(Brackets(_a), Brackets(_b)).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong BracketsIfAny() => new Block256(Brackets(_a), Brackets(_b)).JoinIfAny();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Block256 Find(NibbleTable table) => new(table.Find(_a), table.Find(_b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HaveAny(byte bits)
    {
        Vector256<byte> v = Vector256.Create(bits);
        return ~new Block256(_a & v, _b & v).Equal(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ControlsIfAny() =>
        Controls(Vector256.Min(_a, _b)) == Vector256<byte>.Zero ? 0 : new Block256(Controls(_a), Controls(_b)).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block256 Compare(byte value)
    {
        Vector256<byte> v = Vector256.Create(value);
        return new Block256(Vector256.Equals(_a, v), Vector256.Equals(_b, v));
    }

    // Both opening brackets differ in the bit in which letters differ by case; so do both closing ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Brackets(Vector256<byte> v)
    {
        v |= Vector256.Create((byte)0x20);
        return Vector256.Equals(v, Vector256.Create((byte)'{')) | Vector256.Equals(v, Vector256.Create((byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Controls(Vector256<byte> v) => Vector256.Equals(Vector256.Min(v, Vector256.Create((byte)0x1F)), v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong JoinIfAny() => (_a | _b) == Vector256<byte>.Zero ? 0 : Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Join() => _a.ExtractMostSignificantBits() | ((ulong)_b.ExtractMostSignificantBits() << 32);
}
