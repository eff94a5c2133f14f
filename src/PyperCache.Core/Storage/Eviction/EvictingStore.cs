using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Storage.Eviction;

/// <summary>A store round a store that keeps it within limits: when it grows over them, the least recently used records go.</summary>
/// <remarks>
/// Totals are kept up with every write of this cache. Those of other processes that share the file are noticed when everything is measured anew,
/// which is done after as many writes as a twentieth of the records, so that its cost does not grow with their number.
/// </remarks>
internal sealed class EvictingStore(IRecordStore inner, long? maxRecords, long? maxBytes)
    : IRecordStore, IUpdatingStore, IBatchStore, IAppendingStore, IPurgingStore, ICompactingStore, IPayloadLender, IVersionedStore
{
    private const int LeastWritesBetweenMeasures = 1_000;
    private const int SlackDivisor = 20;

    private readonly Lock _gate = new();
    private readonly UsageClock _usage = new();
    private long _records;
    private long _bytes;
    private long _writesUntilMeasure;

    public IReadOnlyCollection<string> Keys => inner.Keys;

    public long Count => inner.Count;

    public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record)
    {
        bool found = inner.TryGet(key, out record);
        if (found)
            _usage.Touch(key);
        return found;
    }

    public bool TryRead(string key, PayloadVisitor reader)
    {
        bool found = inner.TryRead(key, reader);
        if (found)
            _usage.Touch(key);
        return found;
    }

    public bool TryUse(string key, out StoreVersion version)
    {
        version = default;
        if (inner is not IVersionedStore versioned || !versioned.TryUse(key, out version))
            return false;
        _usage.Touch(key);
        return true;
    }

    public bool Contains(string key) => inner.Contains(key);

    public void Put(string key, StoredRecord record)
    {
        lock (_gate)
        {
            MeasureWhenDue();
            (long records, long bytes) = SizeOf(key);
            inner.Put(key, record);
            Grow(key, 1 - records, record.Payload.Length - bytes);
            EvictDownToLimits();
        }
    }

    public bool TryUpdate(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp)
    {
        lock (_gate)
        {
            MeasureWhenDue();
            (long _, long bytes) = SizeOf(key);
            if (!inner.TryUpdateInOneStep(key, payload, timestamp))
                return false;
            Grow(key, 0, payload.Length - bytes);
            EvictDownToLimits();
            return true;
        }
    }

    public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes) => Apply(changes, inner.ApplyAll);

    public void Append(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes) => Apply(changes, inner.AppendAll);

    public bool Remove(string key)
    {
        lock (_gate)
        {
            MeasureWhenDue();
            (long records, long bytes) = SizeOf(key);
            if (!inner.Remove(key))
                return false;
            _records -= records;
            _bytes -= bytes;
            _usage.Forget(key);
            return true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            inner.Clear();
            _usage.ForgetAll();
            Measure();
        }
    }

    public long RemoveStale(DateTimeOffset now)
    {
        lock (_gate)
        {
            long removed = inner.RemoveAllStale(now);
            Measure();
            return removed;
        }
    }

    public void Compact() => (inner as ICompactingStore)?.Compact();

    public void Flush() => inner.Flush();

    public void Dispose() => inner.Dispose();

    private void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes, Action<IReadOnlyCollection<KeyValuePair<string, StoredRecord?>>> write)
    {
        lock (_gate)
        {
            bool isMany = changes.Count > _writesUntilMeasure;
            (long records, long bytes) = isMany ? default : GrowthBy(changes);
            write(changes);
            foreach (KeyValuePair<string, StoredRecord?> change in changes)
                _usage.Touch(change.Key);
            _records += records;
            _bytes += bytes;
            _writesUntilMeasure -= changes.Count;
            MeasureWhenDue();
            EvictDownToLimits();
        }
    }

    private (long Records, long Bytes) GrowthBy(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
    {
        (long records, long bytes) = (0, 0);
        foreach ((string key, StoredRecord? record) in changes)
        {
            (long oldRecords, long oldBytes) = SizeOf(key);
            records += (record is null ? 0 : 1) - oldRecords;
            bytes += (record?.Payload.Length ?? 0) - oldBytes;
        }

        return (records, bytes);
    }

    private void Grow(string key, long records, long bytes)
    {
        _usage.Touch(key);
        _records += records;
        _bytes += bytes;
        _writesUntilMeasure--;
    }

    private (long Records, long Bytes) SizeOf(string key)
    {
        var ruler = new Ruler();
        if (inner.TryRead(key, ruler))
            return (1, ruler.Bytes);
        return (inner.Contains(key) ? 1 : 0, 0);
    }

    private void MeasureWhenDue()
    {
        if (_writesUntilMeasure <= 0)
            Measure();
    }

    private void Measure()
    {
        (_records, _bytes) = (0, 0);
        foreach (RecordMeasure record in MeasureAll())
        {
            _records++;
            _bytes += record.Bytes;
        }

        _writesUntilMeasure = Math.Max(LeastWritesBetweenMeasures, _records / SlackDivisor);
    }

    private void EvictDownToLimits()
    {
        if (!IsOver(_records, _bytes, slack: 0))
            return;
        List<KeyValuePair<string, StoredRecord?>> leaving = [];
        List<RecordMeasure> all = [.. MeasureAll()];
        (_records, _bytes) = (all.Count, all.Sum(static record => record.Bytes));

        // With many records a few more go at once: measuring them for each new one would cost more than keeping them is worth.
        long slack = all.Count < LeastWritesBetweenMeasures ? 0 : SlackDivisor;
        if (!IsOver(_records, _bytes, slack: 0))
            return;
        foreach (RecordMeasure record in _usage.LeastRecentFirst(all))
        {
            if (!IsOver(_records, _bytes, slack))
                break;
            leaving.Add(new(record.Key, null));
            _usage.Forget(record.Key);
            _records--;
            _bytes -= record.Bytes;
        }

        inner.ApplyAll(leaving);
    }

    private bool IsOver(long records, long bytes, long slack) =>
        records > Limit(maxRecords, slack) || bytes > Limit(maxBytes, slack);

    private static long Limit(long? limit, long slack) =>
        limit is not { } most ? long.MaxValue : slack == 0 ? most : most - (most / slack);

    private IEnumerable<RecordMeasure> MeasureAll()
    {
        if (inner is IMeasuringStore measuring)
            return measuring.Measure();
        return inner.Keys.Select(key => inner.TryGet(key, out StoredRecord? record)
            ? new RecordMeasure(key, record.Payload.Length, record.Timestamp)
            : new RecordMeasure(key, 0, DateTimeOffset.MinValue));
    }

    private sealed class Ruler : PayloadVisitor
    {
        public long Bytes { get; private set; }

        public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times) => Bytes = payload.Length;
    }
}
