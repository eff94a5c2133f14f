using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Where in a block of 64 bytes the bytes stand that matter to the structure of JSON.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct BlockMasks
{
    /// <summary>The number of bytes of a block.</summary>
    public const int Size = 64;

    public ulong Quotes;
    public ulong Backslashes;
    public ulong Brackets;
    public ulong Commas;
    public ulong Colons;

    /// <summary>Space, tab and line ends.</summary>
    public ulong Spaces;

    /// <summary>Everything below a space.</summary>
    public ulong Controls;

    /// <summary>The masks of 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Of(ref byte block) =>
        Vector512.IsHardwareAccelerated ? Of(Block512.Load(ref block))
        : Vector256.IsHardwareAccelerated ? Of(Block256.Load(ref block))
        : Of(Block128.Load(ref block));

    /// <summary>The masks of the last bytes, as if spaces followed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BlockMasks OfTail(ref byte tail, int length)
    {
        Span<byte> block = stackalloc byte[Size];
        block.Fill((byte)' ');
        MemoryMarshal.CreateReadOnlySpan(ref tail, length).CopyTo(block);
        return Of(ref MemoryMarshal.GetReference(block));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BlockMasks Of<TBlock>(TBlock block)
        where TBlock : struct, IByteBlock<TBlock>
    {
        Unsafe.SkipInit(out BlockMasks masks);
        masks.Quotes = block.Equal((byte)'"');
        masks.Commas = block.Equal((byte)',');
        masks.Colons = block.Equal((byte)':');
        masks.Brackets = block.Brackets();
        masks.Backslashes = block.EqualIfAny((byte)'\\');
        masks.Spaces = block.Equal((byte)' ');
        masks.Controls = block.ControlsIfAny();
        if (masks.Controls != 0)
            masks.Spaces |= block.Equal((byte)'\n') | block.Equal((byte)'\r') | block.Equal((byte)'\t');
        return masks;
    }
}
