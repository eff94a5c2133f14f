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

    private static ulong[] Masks<TBlock>(byte[] bytes)
        where TBlock : struct, IByteBlock<TBlock>
    {
        TBlock block = TBlock.Load(ref MemoryMarshal.GetArrayDataReference(bytes));
        return [block.Equal((byte)'"'), block.EqualIfAny((byte)'\\'), block.Brackets(), block.ControlsIfAny(), block.HasBackslashOrControl() ? 1UL : 0];
    }

    private static ulong[] Expected(byte[] bytes)
    {
        ulong backslashes = Mask(bytes, b => b == '\\');
        ulong controls = Mask(bytes, b => b < ' ');
        return [Mask(bytes, b => b == '"'), backslashes, Mask(bytes, b => b is (byte)'{' or (byte)'}' or (byte)'[' or (byte)']'), controls, (backslashes | controls) != 0 ? 1UL : 0];
    }

    private static ulong Mask(byte[] bytes, Func<byte, bool> isSet)
    {
        ulong mask = 0;
        for (int i = 0; i < bytes.Length; i++)
            mask |= isSet(bytes[i]) ? 1UL << i : 0;
        return mask;
    }
}
