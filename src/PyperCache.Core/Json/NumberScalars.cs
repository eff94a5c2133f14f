namespace PyperCache.Json;

/// <summary>Reads the rarer kinds of integers.</summary>
internal static class NumberScalars
{
    public static bool TryRead(ref JsonCursor cursor, out nint value)
    {
        bool fits = cursor.TryReadInt64(out long wide);
        value = (nint)wide;
        return fits && value == wide;
    }

    public static bool TryRead(ref JsonCursor cursor, out nuint value)
    {
        bool fits = cursor.TryReadUInt64(out ulong wide);
        value = (nuint)wide;
        return fits && value == wide;
    }

    public static bool TryRead(ref JsonCursor cursor, out Int128 value)
    {
        value = 0;
        if (!cursor.TryReadMagnitude(out UInt128 magnitude, out bool negative))
            return false;
        UInt128 limit = (UInt128)Int128.MaxValue;
        if (magnitude > (negative ? limit + 1 : limit))
            return false;
        value = negative ? (Int128)(UInt128.Zero - magnitude) : (Int128)magnitude;
        return true;
    }

    public static bool TryRead(ref JsonCursor cursor, out UInt128 value)
    {
        if (cursor.TryReadMagnitude(out value, out bool negative) && (!negative || value == 0))
            return true;
        value = 0;
        return false;
    }
}
