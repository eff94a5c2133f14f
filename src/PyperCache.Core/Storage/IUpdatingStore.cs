namespace PyperCache.Storage;

/// <summary>A store that can replace a payload in one step, so that no other writer gets between the look-up and the write.</summary>
public interface IUpdatingStore
{
    /// <summary>Replaces payload and timestamp of a record and keeps its expiry and cast name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The new payload, well-formed JSON.</param>
    /// <param name="timestamp">The new timestamp.</param>
    /// <returns>False when there is no such record; nothing has been written then.</returns>
    bool TryUpdate(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp);
}
