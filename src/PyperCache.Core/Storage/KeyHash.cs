using System.Buffers.Binary;

namespace PyperCache.Storage;

/// <summary>A 64-bit hash that is the same in every process and version; rows of <c>.db</c> files are placed by it. Not for secrets.</summary>
internal static class KeyHash
{
    private const ulong Seed = 0x9e37_79b9_7f4a_7c15;
    private const ulong Multiplier = 0xd6e8_feb8_6659_fd93;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        ulong rest = 0;
        for (int i = 0; i < text.Length; i++)
            rest |= (ulong)text[i] << (8 * i);
        return Mix(Mix(hash ^ rest));
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value ^ Seed, Multiplier, out ulong low);
        return high ^ low;
    }
}
