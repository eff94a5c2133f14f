using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>Stores bytes that are known to be one well-formed JSON value and that nobody will change any more: neither checked nor copied again.</summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The value.</param>
    /// <param name="expiry">How long it is fresh.</param>
    /// <param name="timestamp">Since when it is: it may have been on its way for a while.</param>
    internal void StoreChecked(string key, ReadOnlyMemory<byte> payload, TimeSpan expiry, DateTimeOffset timestamp) =>
        Open.Put(key, new StoredRecord(payload, UnixTime.Truncate(timestamp), Expiries.Checked(expiry, _options.DefaultExpiry), CastName: null));
}
