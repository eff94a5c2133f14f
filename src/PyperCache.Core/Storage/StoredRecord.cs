namespace PyperCache.Storage;

/// <summary>What a store keeps under a key.</summary>
/// <param name="Payload">One JSON value as UTF-8. The bytes are not changed by anyone after they were handed over.</param>
/// <param name="Timestamp">When the record was last written.</param>
/// <param name="Expiry">How long it is fresh; <see cref="Timeout.InfiniteTimeSpan"/> when it always is.</param>
/// <param name="CastName">The name of the type it hydrates into, or null when none was given.</param>
public sealed record StoredRecord(ReadOnlyMemory<byte> Payload, DateTimeOffset Timestamp, TimeSpan Expiry, string? CastName)
{
    /// <summary>The times of the record without its payload.</summary>
    public RecordTimes Times => new(Timestamp, Expiry);
}
