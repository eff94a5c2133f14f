namespace PyperCache.Storage;

/// <summary>Looks at a payload that the store lends.</summary>
public abstract class PayloadVisitor
{
    /// <summary>Called with the payload. The store may hold a lock meanwhile: whoever looks takes what it needs, and comes back to the store only afterwards.</summary>
    /// <param name="payload">The bytes; they are gone when the call returns.</param>
    /// <param name="times">When the record was written and how long it is fresh.</param>
    public abstract void Visit(ReadOnlySpan<byte> payload, RecordTimes times);
}
