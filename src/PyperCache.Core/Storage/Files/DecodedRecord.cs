namespace PyperCache.Storage.Files;

/// <summary>A record as it was found in a file.</summary>
/// <param name="Payload">The payload; a view of the bytes that were read where the format allows it.</param>
/// <param name="Times">When it was written and how long it is fresh.</param>
/// <param name="CastName">The name of the type it hydrates into, or null.</param>
internal readonly record struct DecodedRecord(ReadOnlyMemory<byte> Payload, RecordTimes Times, string? CastName)
{
    /// <summary>The record with a payload of its own.</summary>
    public StoredRecord Detach() => new(Payload.ToArray(), Times.Timestamp, Times.Expiry, CastName);
}
