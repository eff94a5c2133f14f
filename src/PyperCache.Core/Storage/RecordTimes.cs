namespace PyperCache.Storage;

/// <summary>When a record was written and how long it is fresh.</summary>
/// <param name="Timestamp">When the record was last written.</param>
/// <param name="Expiry">How long it is fresh; <see cref="Timeout.InfiniteTimeSpan"/> when it always is.</param>
public readonly record struct RecordTimes(DateTimeOffset Timestamp, TimeSpan Expiry)
{
    /// <summary>Whether the record is older than its expiry. An expiry of zero is stale at once.</summary>
    /// <param name="now">The time to judge by.</param>
    public bool IsStaleAt(DateTimeOffset now) =>
        Expiry != Timeout.InfiniteTimeSpan && (Expiry <= TimeSpan.Zero || now - Timestamp > Expiry);
}
