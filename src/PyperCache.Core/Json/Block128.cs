using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>64 bytes in four vectors, for processors and compilers without wider ones.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Block128 : IByteBlock<Block128>
{
    private readonly Vector128<byte> _a;
    private readonly Vector128<byte> _b;
    private readonly Vector128<byte> _c;
    private readonly Vector128<byte> _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block128(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block128 Load(ref byte block) => new(
        Vector128.LoadUnsafe(ref block), Vector128.LoadUnsafe(ref block, 16), Vector128.LoadUnsafe(ref block, 32), Vector128.LoadUnsafe(ref block, 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Compare(value).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EqualIfAny(byte value) => Compare(value).JoinIfAny();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHaveBackslashOrControl()
    {
        Block128 backslashes = Compare((byte)'\\');
        Vector128<byte> controls = Controls(Vector128.Min(Vector128.Min(_a, _b), Vector128.Min(_c, _d)));
        return (backslashes._a | backslashes._b | backslashes._c | backslashes._d | controls) != Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Brackets() => new Block128(Brackets(_a), Brackets(_b), Brackets(_c), Brackets(_d)).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong BracketsIfAny() => new Block128(Brackets(_a), Brackets(_b), Brackets(_c), Brackets(_d)).JoinIfAny();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Block128 Find(NibbleTable table) => new(table.Find(_a), table.Find(_b), table.Find(_c), table.Find(_d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HaveAny(byte bits)
    {
        Vector128<byte> v = Vector128.Create(bits);
        return ~new Block128(_a & v, _b & v, _c & v, _d & v).Equal(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ControlsIfAny() =>
        Controls(Vector128.Min(Vector128.Min(_a, _b), Vector128.Min(_c, _d))) == Vector128<byte>.Zero
            ? 0
            : new Block128(Controls(_a), Controls(_b), Controls(_c), Controls(_d)).Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block128 Compare(byte value)
    {
        Vector128<byte> v = Vector128.Create(value);
        return new Block128(Vector128.Equals(_a, v), Vector128.Equals(_b, v), Vector128.Equals(_c, v), Vector128.Equals(_d, v));
    }

    // Both opening brackets differ in the bit in which letters differ by case; so do both closing ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Brackets(Vector128<byte> v)
    {
        v |= Vector128.Create((byte)0x20);
        return Vector128.Equals(v, Vector128.Create((byte)'{')) | Vector128.Equals(v, Vector128.Create((byte)'}'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Controls(Vector128<byte> v) => Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)0x1F)), v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong JoinIfAny() => (_a | _b | _c | _d) == Vector128<byte>.Zero ? 0 : Join();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Join() => Join(_a, _b) | ((ulong)Join(_c, _d) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Join(Vector128<byte> a, Vector128<byte> b) => a.ExtractMostSignificantBits() | (b.ExtractMostSignificantBits() << 16);
}
