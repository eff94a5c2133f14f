namespace PyperCache.Json;

/// <summary>64 bytes in as many vectors as the processor needs for them. In the masks, each bit stands for one byte.</summary>
internal interface IByteBlock<TSelf>
    where TSelf : struct, IByteBlock<TSelf>
{
    /// <summary>Reads 64 bytes.</summary>
    static abstract TSelf Load(ref byte block);

    /// <summary>The bytes that equal a value.</summary>
    ulong Equal(byte value);

    /// <summary>The same, for a value that is rarely met.</summary>
    ulong EqualIfAny(byte value);

    /// <summary>Whether there may be a backslash or a byte below a space; true where finding them costs no more than asking.</summary>
    bool MayHaveBackslashOrControl();

    /// <summary>The brackets of arrays and objects.</summary>
    ulong Brackets();

    /// <summary>The same, where most blocks have none.</summary>
    ulong BracketsIfAny();

    /// <summary>The bytes below a space, which are rarely met.</summary>
    ulong ControlsIfAny();

    /// <summary>The classes of the bytes in place of the bytes.</summary>
    TSelf Find(NibbleTable table);

    /// <summary>The bytes that have any of some bits.</summary>
    ulong HaveAny(byte bits);
}
