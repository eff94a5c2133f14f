using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <summary>Integers of 64 bits in columns.</summary>
internal readonly struct Int64Cell : ICell<long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryConvert(ref byte json, ref int p, int length, out long value) => ShortNumber.TryRead(ref json, ref p, length, isClosed: true, out value);

    public bool TryRead(ref JsonCursor cursor, out long value) => cursor.TryReadInt64(out value);
}
