using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <summary>Integers of 32 bits in columns.</summary>
internal readonly struct Int32Cell : ICell<int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryConvert(ref byte json, ref int p, int length, out int value)
    {
        bool fits = ShortNumber.TryRead(ref json, ref p, length, isClosed: true, out long wide);
        value = (int)wide;
        return fits && value == wide;
    }

    public bool TryRead(ref JsonCursor cursor, out int value) => cursor.TryReadInt32(out value);
}
