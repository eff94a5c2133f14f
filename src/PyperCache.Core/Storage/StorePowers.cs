namespace PyperCache.Storage;

/// <summary>The powers of a store, or the same by way of the plain contract where a store lacks them.</summary>
internal static class StorePowers
{
    public static bool TryRead(this IRecordStore store, string key, PayloadVisitor reader)
    {
        if (store is IPayloadLender lender)
            return lender.TryRead(key, reader);
        if (!store.TryGet(key, out StoredRecord? record))
            return false;
        reader.Visit(record.Payload.Span, record.Times);
        return true;
    }

    public static bool TryUpdateInOneStep(this IRecordStore store, string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp)
    {
        if (store is IUpdatingStore updating)
            return updating.TryUpdate(key, payload, timestamp);
        if (!store.TryGet(key, out StoredRecord? old))
            return false;
        store.Put(key, old with { Payload = payload, Timestamp = timestamp });
        return true;
    }

    public static ValueTask<StoredRecord?> FindAsync(this IRecordStore store, string key, CancellationToken cancellationToken)
    {
        if (store is IAsyncRecordStore asynchronous)
            return asynchronous.GetAsync(key, cancellationToken);
        store.TryGet(key, out StoredRecord? record);
        return ValueTask.FromResult(record);
    }

    public static ValueTask WriteAsync(this IRecordStore store, string key, StoredRecord record, CancellationToken cancellationToken)
    {
        if (store is IAsyncRecordStore asynchronous)
            return asynchronous.PutAsync(key, record, cancellationToken);
        store.Put(key, record);
        return ValueTask.CompletedTask;
    }

    public static ValueTask<bool> DeleteAsync(this IRecordStore store, string key, CancellationToken cancellationToken) =>
        store is IAsyncRecordStore asynchronous ? asynchronous.RemoveAsync(key, cancellationToken) : ValueTask.FromResult(store.Remove(key));

    public static void ApplyAll(this IRecordStore store, IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
    {
        if (store is IBatchStore batch)
        {
            batch.Apply(changes);
            return;
        }

        foreach ((string key, StoredRecord? record) in changes)
        {
            if (record is null)
                store.Remove(key);
            else
                store.Put(key, record);
        }
    }

    public static void AppendAll(this IRecordStore store, IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
    {
        if (store is IAppendingStore appending)
            appending.Append(changes);
        else
            store.ApplyAll(changes);
    }

    public static long RemoveAllStale(this IRecordStore store, DateTimeOffset now) => store is IPurgingStore purging
        ? purging.RemoveStale(now)
        : store.Keys.Where(key => store.TryGet(key, out StoredRecord? record) && record.Times.IsStaleAt(now)).ToList().Count(store.Remove);
}
