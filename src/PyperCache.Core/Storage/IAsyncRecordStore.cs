namespace PyperCache.Storage;

/// <summary>A store that waits for something other than a local file, such as a server, and need not hold a thread meanwhile.</summary>
/// <remarks>
/// The asynchronous members of the cache use it; without it they are the synchronous ones. A cache that evicts uses the synchronous members
/// for writing, since it measures what it replaces.
/// </remarks>
public interface IAsyncRecordStore : IRecordStore
{
    /// <summary>Looks a record up.</summary>
    /// <param name="key">The key; any text, compared by its characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The record; null when there is no such record or it cannot be read.</returns>
    ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes a record, replacing the one that is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record; its payload is well-formed JSON, which the caller has checked, and belongs to the store.</param>
    /// <param name="cancellationToken">Ends the waiting; whether the record was written is not known then.</param>
    ValueTask PutAsync(string key, StoredRecord record, CancellationToken cancellationToken);

    /// <summary>Takes a record out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting; whether the record was taken out is not known then.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string key, CancellationToken cancellationToken);
}
