using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Where in a block of 64 bytes brackets, quotes and what makes strings difficult stand.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct BracketMasks
{
    public ulong Quotes;
    public ulong Brackets;
    public ulong Backslashes;

    /// <summary>Everything below a space.</summary>
    public ulong Controls;

    /// <summary>The masks of 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BracketMasks Of(ref byte block) =>
        Vector512.IsHardwareAccelerated ? Of(Block512.Load(ref block))
        : Vector256.IsHardwareAccelerated ? Of(Block256.Load(ref block))
        : Of(Block128.Load(ref block));

    /// <summary>The masks of the last bytes, as if spaces followed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BracketMasks OfTail(ref byte tail, int length)
    {
        Span<byte> block = stackalloc byte[BlockMasks.Size];
        block.Fill((byte)' ');
        MemoryMarshal.CreateReadOnlySpan(ref tail, length).CopyTo(block);
        return Of(ref MemoryMarshal.GetReference(block));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BracketMasks Of<TBlock>(TBlock block)
        where TBlock : struct, IByteBlock<TBlock>
    {
        Unsafe.SkipInit(out BracketMasks masks);
        masks.Quotes = block.Equal((byte)'"');
        masks.Brackets = block.BracketsIfAny();
        masks.Backslashes = 0;
        masks.Controls = 0;
        if (block.MayHaveBackslashOrControl())
        {
            masks.Backslashes = block.Equal((byte)'\\');
            masks.Controls = block.ControlsIfAny();
        }

        return masks;
    }
}
