using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>
    /// Stores bytes that nobody will change any more: they are not copied, seen at once, and written a moment later. The death of the process in this
    /// moment loses them, which costs no more than asking for them again.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The value.</param>
    /// <param name="doubtful">
    /// The part of it of which it is not known yet whether it is one well-formed JSON value; null for none. It is looked at when the record is written
    /// or read, whichever is first. If it is not, there is no such record.
    /// </param>
    /// <param name="expiry">How long it is fresh.</param>
    /// <param name="timestamp">Since when it is: it may have been on its way for a while.</param>
    internal void StoreSoon(string key, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte>? doubtful, TimeSpan expiry, DateTimeOffset timestamp)
    {
        StoredRecord record = new(payload, UnixTime.Truncate(timestamp), Expiries.Checked(expiry, _options.DefaultExpiry), CastName: null);
        Open.PutSoon(key, record, doubtful);
    }

    /// <summary>Writes what <see cref="StoreSoon"/> has not yet. A closed cache has written all.</summary>
    internal void WriteSoonOut()
    {
        if (!Volatile.Read(ref _closed))
            _store.WriteSoonOut();
    }
}
