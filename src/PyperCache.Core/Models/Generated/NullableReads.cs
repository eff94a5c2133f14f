using System.ComponentModel;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Reads of common scalars that may be null, without a detour through a shape.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NullableReads
{
    /// <summary>Text or null.</summary>
    public static bool TryReadString(ref JsonCursor cursor, out string? value)
    {
        value = null;
        return cursor.TryReadNull() || cursor.TryReadString(out value);
    }

    /// <summary>A truth value or null.</summary>
    public static bool TryReadBoolean(ref JsonCursor cursor, out bool? value)
    {
        value = null;
        return cursor.TryReadNull() || Set(cursor.TryReadBoolean(out bool read), read, out value);
    }

    /// <summary>A number or null.</summary>
    public static bool TryReadInt32(ref JsonCursor cursor, out int? value)
    {
        value = null;
        return cursor.TryReadNull() || Set(cursor.TryReadInt32(out int read), read, out value);
    }

    /// <summary>A number or null.</summary>
    public static bool TryReadInt64(ref JsonCursor cursor, out long? value)
    {
        value = null;
        return cursor.TryReadNull() || Set(cursor.TryReadInt64(out long read), read, out value);
    }

    /// <summary>A number or null.</summary>
    public static bool TryReadDouble(ref JsonCursor cursor, out double? value)
    {
        value = null;
        return cursor.TryReadNull() || Set(cursor.TryReadDouble(out double read), read, out value);
    }

    /// <summary>A number or null.</summary>
    public static bool TryReadDecimal(ref JsonCursor cursor, out decimal? value)
    {
        value = null;
        return cursor.TryReadNull() || Set(cursor.TryReadDecimal(out decimal read), read, out value);
    }

    private static bool Set<T>(bool fits, T read, out T? value)
        where T : struct
    {
        value = fits ? read : null;
        return fits;
    }
}
