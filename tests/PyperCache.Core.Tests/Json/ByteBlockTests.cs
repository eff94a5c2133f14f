using System.Runtime.InteropServices;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class ByteBlockTests
{
    [Test]
    public void Blocks_of_every_width_give_the_same_masks()
    {
        var random = new Random(1);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 2_000; round++)
        {
            random.NextBytes(bytes);
            for (int i = 0; i < bytes.Length; i++)
                bytes[i] = round % 2 == 0 ? bytes[i] : "{}[]:,\"\\ \n\u0001a"u8[bytes[i] % 12];
            Assert.That(Masks<Block256>(bytes), Is.EqualTo(Expected(bytes)));
            Assert.That(Masks<Block128>(bytes), Is.EqualTo(Expected(bytes)));
            Assert.That(Masks<Block512>(bytes), Is.EqualTo(Expected(bytes)));
        }
    }

    [Test]
    public void Blocks_of_every_width_find_what_may_stand_in_escapes([Range(0, 192, 64)] int first)
    {
        byte[] bytes = [.. Enumerable.Range(first, 64).Select(i => (byte)i)];
        ulong[] expected = [Mask(bytes, b => "\"\\/bfnrtu"u8.Contains(b)), Mask(bytes, b => b == 'u'), Mask(bytes, b => char.IsAsciiHexDigit((char)b))];
        Assert.That(Escapes<Block128>(bytes), Is.EqualTo(expected));
        Assert.That(Escapes<Block256>(bytes), Is.EqualTo(expected));
        Assert.That(Escapes<Block512>(bytes), Is.EqualTo(expected));
    }

    private static ulong[] Escapes<TBlock>(byte[] bytes)
        where TBlock : struct, IByteBlock<TBlock>
    {
        EscapeMasks masks = EscapeMasks.Of(TBlock.Load(ref MemoryMarshal.GetArrayDataReference(bytes)));
        return [masks.Letters, masks.Units, masks.Digits];
    }

    private static ulong[] Masks<TBlock>(byte[] bytes)
        where TBlock : struct, IByteBlock<TBlock>
    {
        TBlock block = TBlock.Load(ref MemoryMarshal.GetArrayDataReference(bytes));
        ulong backslashes = block.EqualIfAny((byte)'\\');
        ulong controls = block.ControlsIfAny();
        Assert.That(block.MayHaveBackslashOrControl() || (backslashes | controls) == 0);
        return [block.Equal((byte)'"'), backslashes, block.Brackets(), block.BracketsIfAny(), controls];
    }

    private static ulong[] Expected(byte[] bytes)
    {
        ulong brackets = Mask(bytes, b => b is (byte)'{' or (byte)'}' or (byte)'[' or (byte)']');
        return [Mask(bytes, b => b == '"'), Mask(bytes, b => b == '\\'), brackets, brackets, Mask(bytes, b => b < ' ')];
    }

    private static ulong Mask(byte[] bytes, Func<byte, bool> isSet)
    {
        ulong mask = 0;
        for (int i = 0; i < bytes.Length; i++)
            mask |= isSet(bytes[i]) ? 1UL << i : 0;
        return mask;
    }
}
