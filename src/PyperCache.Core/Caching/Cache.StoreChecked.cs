namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>Stores bytes that are known to be one well-formed JSON value and that nobody will change any more: neither checked nor copied again.</summary>
    internal void StoreChecked(string key, ReadOnlyMemory<byte> payload, TimeSpan expiry) => Put(key, payload, expiry, castName: null);
}
