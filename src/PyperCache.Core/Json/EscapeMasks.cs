using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Which bytes of a block of 64 may stand in an escape.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EscapeMasks
{
    private const byte Letter = 0x0F;
    private const byte Digit = 0x30;

    /// <summary>What may follow a backslash, the <c>u</c> included.</summary>
    public ulong Letters;

    /// <summary>The letter u, which four hexadecimal digits must follow.</summary>
    public ulong Units;

    /// <summary>Hexadecimal digits.</summary>
    public ulong Digits;

    // One bit of a letter for each upper half of a byte, so that no byte is taken for one that has another byte's upper half:
    // 1 for quote and slash, 2 for the backslash, 4 for b, f and n, 8 for r, t and u; and 0x10 for decimal digits, 0x20 for A to F and a to f.
    private static NibbleTable Classes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(
            Vector128.Create((byte)0x10, 0x30, 0x3D, 0x30, 0x38, 0x38, 0x34, 0x10, 0x10, 0x10, 0, 0, 0x02, 0, 0x04, 0x01),
            Vector128.Create((byte)0, 0, 0x01, 0x10, 0x20, 0x02, 0x24, 0x08, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /// <summary>The masks of 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EscapeMasks Of(ref byte block) =>
        Vector512.IsHardwareAccelerated ? Of(Block512.Load(ref block)) : Of(Block256.Load(ref block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EscapeMasks Of<TBlock>(TBlock block)
        where TBlock : struct, IByteBlock<TBlock>
    {
        Unsafe.SkipInit(out EscapeMasks masks);
        TBlock classes = block.Find(Classes);
        masks.Letters = classes.HaveAny(Letter);
        masks.Digits = classes.HaveAny(Digit);
        masks.Units = block.Equal((byte)'u');
        return masks;
    }
}
