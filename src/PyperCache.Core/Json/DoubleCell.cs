using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <summary>Floating-point numbers in columns.</summary>
internal readonly struct DoubleCell : ICell<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryConvert(ref byte json, ref int p, int length, out double value) => ShortNumber.TryRead(ref json, ref p, length, isClosed: true, out value);

    public bool TryRead(ref JsonCursor cursor, out double value) => cursor.TryReadDouble(out value);
}
