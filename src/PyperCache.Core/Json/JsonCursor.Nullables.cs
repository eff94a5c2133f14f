namespace PyperCache.Json;

/// <content>Values that may be null, read without a detour through a shape.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads null, or what the method of the same name without <c>OrNull</c> reads.</summary>
    /// <param name="value">The value; null when the result is false.</param>
    /// <returns>False when the value is something else; it has been skipped.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed.</exception>
    public bool TryReadStringOrNull(out string? value)
    {
        value = null;
        return TryReadNull() || TryReadString(out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadBooleanOrNull(out bool? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadBoolean(out bool read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadInt32OrNull(out int? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadInt32(out int read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadInt64OrNull(out long? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadInt64(out long read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadDoubleOrNull(out double? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadDouble(out double read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadDecimalOrNull(out decimal? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadDecimal(out decimal read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadGuidOrNull(out Guid? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadGuid(out Guid read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadDateTimeOrNull(out DateTime? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadDateTime(out DateTime read), read, out value);
    }

    /// <inheritdoc cref="TryReadStringOrNull"/>
    public bool TryReadDateTimeOffsetOrNull(out DateTimeOffset? value)
    {
        value = null;
        return TryReadNull() || Set(TryReadDateTimeOffset(out DateTimeOffset read), read, out value);
    }

    private static bool Set<T>(bool fits, T read, out T? value)
        where T : struct
    {
        value = fits ? read : null;
        return fits;
    }
}
