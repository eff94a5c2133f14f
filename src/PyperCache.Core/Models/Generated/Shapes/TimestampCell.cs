using System.Runtime.CompilerServices;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Points in time in columns.</summary>
internal readonly struct TimestampCell<T>(TimestampShape<T> shape) : ICell<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryConvert(ref byte json, ref int p, int length, out T value)
    {
        value = default;
        return ShortNumber.TryRead(ref json, ref p, length, isClosed: true, out long units) && shape.TryFromUnits(units, out value);
    }

    public bool TryRead(ref JsonCursor cursor, out T value) => shape.TryRead(ref cursor, out value);
}
