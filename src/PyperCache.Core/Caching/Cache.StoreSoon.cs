using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>
    /// Stores bytes that are known to be one well-formed JSON value and that nobody will change any more: neither checked nor copied again, seen at
    /// once, and written a moment later. The death of the process in this moment loses them, which costs no more than asking for them again.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The value.</param>
    /// <param name="expiry">How long it is fresh.</param>
    /// <param name="timestamp">Since when it is: it may have been on its way for a while.</param>
    internal void StoreSoon(string key, ReadOnlyMemory<byte> payload, TimeSpan expiry, DateTimeOffset timestamp) =>
        Open.PutSoon(key, new StoredRecord(payload, UnixTime.Truncate(timestamp), Expiries.Checked(expiry, _options.DefaultExpiry), CastName: null));

    /// <summary>Writes what <see cref="StoreSoon"/> has not yet. A closed cache has written all.</summary>
    internal void WriteSoonOut()
    {
        if (!Volatile.Read(ref _closed))
            _store.WriteSoonOut();
    }
}
