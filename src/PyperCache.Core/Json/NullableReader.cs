namespace PyperCache.Json;

/// <summary>Reads null as null, and anything else as the type below.</summary>
internal sealed class NullableReader<T>(PayloadReader<T> inner) : PayloadReader<T?>
    where T : struct
{
    public override bool RetainsPayload => inner.RetainsPayload;

    public override bool TryRead(ref JsonCursor cursor, out T? value)
    {
        value = null;
        if (cursor.TryReadNull())
            return true;
        if (!inner.TryRead(ref cursor, out T known))
            return false;
        value = known;
        return true;
    }
}
