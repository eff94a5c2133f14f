namespace PyperCache.Storage;

/// <summary>The same for stores that are waited for.</summary>
internal sealed partial class WriteBuffer : IAsyncRecordStore
{
    /// <summary>Whether the store behind this is one that is waited for.</summary>
    public bool Waits => _inner is IAsyncRecordStore;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken) =>
        IsKept(key, out StoredRecord? record) ? ValueTask.FromResult(record) : _inner.FindAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask PutAsync(string key, StoredRecord record, CancellationToken cancellationToken)
    {
        if (TryHold(key, record))
            return ValueTask.CompletedTask;
        _soon.Forget(key);
        return _inner.WriteAsync(key, record, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string key, CancellationToken cancellationToken) =>
        IsIdle ? _inner.DeleteAsync(key, cancellationToken) : ValueTask.FromResult(Remove(key));

    /// <summary>Replaces payload and timestamp of a record and keeps the rest; in one step where the store can.</summary>
    /// <returns>False when there is no such record.</returns>
    public async ValueTask<bool> TryUpdateAsync(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp, CancellationToken cancellationToken)
    {
        if (!Waits || _inner is IUpdatingStore || !IsIdle)
            return TryUpdate(key, payload, timestamp);
        if (await _inner.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } old)
            return false;
        await _inner.WriteAsync(key, old with { Payload = payload, Timestamp = timestamp }, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
