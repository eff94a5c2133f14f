using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage;

/// <summary>A store round a store: passes everything on, except while it is told to hold writes back, and what is only to be written soon.</summary>
/// <remarks>It also fills in the powers that the store behind it lacks, so that the cache has one thing to talk to.</remarks>
internal sealed partial class WriteBuffer : IRecordStore, IUpdatingStore, IPurgingStore, ICompactingStore, IPayloadLender, IVersionedStore
{
    private const int MostBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly IRecordStore _inner;
    private readonly RecordStoreOptions _options;
    private readonly Func<ReadOnlyMemory<byte>, bool> _isJson;
    private readonly bool _buffered;
    private readonly SoonWrites _soon;
    private readonly ITimer _timer;
    private Dictionary<string, StoredRecord?>? _held;
    private long _heldBytes;
    private bool _manual;

    /// <param name="inner">The store behind.</param>
    /// <param name="options">Its options.</param>
    /// <param name="isJson">Whether bytes are one well-formed JSON value.</param>
    public WriteBuffer(IRecordStore inner, RecordStoreOptions options, Func<ReadOnlyMemory<byte>, bool> isJson)
    {
        _inner = inner;
        _options = options;
        _buffered = options.Durability == Durability.Buffered;
        if (_buffered)
            _held = [];
        _isJson = isJson;
        _soon = new SoonWrites(inner, options, isJson);
        _timer = options.TimeProvider.CreateTimer(static self => ((WriteBuffer)self!).FlushInBackground(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Keys
    {
        get
        {
            if (IsIdle)
                return _inner.Keys;
            lock (_gate)
            {
                if (_held is not { Count: > 0 } held)
                    return _soon.With(MergedKeys);
                _soon.WriteOut();
                return MergedKeys(held);
            }
        }
    }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            if (IsIdle)
                return _inner.Count;
            lock (_gate)
            {
                if (_held is not { Count: > 0 } held)
                    return _soon.With(MergedCount);
                _soon.WriteOut();
                return MergedCount(held);
            }
        }
    }

    /// <summary>Whether the store behind knows everything.</summary>
    private bool IsIdle => !Holds && _soon.IsEmpty;

    /// <summary>Whether writes are held because they were told to be.</summary>
    private bool Holds => Volatile.Read(ref _held) is not null;

    /// <summary>Holds writes back from now on.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _manual = true;
            Volatile.Write(ref _held, _held ?? []);
        }
    }

    /// <summary>Writes out what is held and passes writes on from now on.</summary>
    public void LetGo()
    {
        lock (_gate)
        {
            WriteOut();
            _manual = false;
            if (!_buffered)
                Volatile.Write(ref _held, null);
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record) =>
        IsKept(key, out record) ? record is not null : _inner.TryGet(key, out record);

    /// <inheritdoc/>
    public bool TryRead(string key, PayloadVisitor reader)
    {
        if (!IsKept(key, out StoredRecord? record))
            return _inner.TryRead(key, reader);
        if (record is null)
            return false;
        reader.Visit(record.Payload.Span, record.Times);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>While writes are held back the store behind does not know what there is.</remarks>
    public bool TryUse(string key, out StoreVersion version)
    {
        version = default;
        return IsIdle && _inner is IVersionedStore versioned && versioned.TryUse(key, out version);
    }

    /// <inheritdoc/>
    public bool Contains(string key) => IsKept(key, out StoredRecord? record) ? record is not null : _inner.Contains(key);

    /// <inheritdoc/>
    public void Put(string key, StoredRecord record)
    {
        if (TryHold(key, record))
            return;
        using SoonOvertaking overtaking = _soon.Overtake(key);
        _inner.Put(key, record);
    }

    /// <summary>Puts a record of which nobody was promised that it survives. It is seen here at once and written a moment later, together with others.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record.</param>
    /// <param name="doubtful">The part of its payload that has to be one JSON value and was not looked at yet; null for none. Else the record is dropped.</param>
    public void PutSoon(string key, StoredRecord record, ReadOnlyMemory<byte>? doubtful)
    {
        if (Holds && doubtful is { } part && !_isJson(part))
            return;
        if (!TryHold(key, record))
            _soon.Put(key, record, doubtful);
    }

    /// <summary>Writes out what was to be written soon, unless it is held back on purpose.</summary>
    public void WriteSoonOut() => _soon.WriteOut();

    /// <summary>Puts a record whose payload is the caller's and may change when the call has returned; it is copied only if somebody keeps it.</summary>
    public void PutBorrowed(string key, StoredRecord record)
    {
        if (IsIdle && _inner is ICopyingStore)
            _inner.Put(key, record);
        else
            Put(key, record with { Payload = record.Payload.ToArray() });
    }

    /// <inheritdoc/>
    public bool TryUpdate(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp)
    {
        if (Holds)
        {
            lock (_gate)
            {
                if (_held is not null)
                    return TryGet(key, out StoredRecord? old) && TryHold(key, old with { Payload = payload, Timestamp = timestamp });
            }
        }

        using SoonOvertaking overtaking = _soon.Overtake(key);
        if (overtaking.Waiting is not { } waiting)
            return _inner.TryUpdateInOneStep(key, payload, timestamp);
        _inner.Put(key, waiting with { Payload = payload, Timestamp = timestamp });
        return true;
    }

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        if (Holds)
        {
            lock (_gate)
            {
                if (_held is not null)
                    return Contains(key) && TryHold(key, null);
            }
        }

        using SoonOvertaking overtaking = _soon.Overtake(key);
        return _inner.Remove(key) || overtaking.Waiting is not null;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_gate)
        {
            _soon.Clear();
            _inner.Clear();
            Forget();
        }
    }

    /// <inheritdoc/>
    public long RemoveStale(DateTimeOffset now)
    {
        lock (_gate)
        {
            WriteOut();
            return _inner.RemoveAllStale(now);
        }
    }

    /// <inheritdoc/>
    public void Compact()
    {
        Flush();
        (_inner as ICompactingStore)?.Compact();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_gate)
            WriteOut();
        _inner.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _soon.Dispose();
        try
        {
            lock (_gate)
                WriteOut();
        }
        finally
        {
            _inner.Dispose();
        }
    }

    /// <summary>Finds what the store behind may not know yet: a record, or null for a removal.</summary>
    private bool IsKept(string key, out StoredRecord? record)
    {
        record = null;
        if (Holds)
        {
            lock (_gate)
            {
                if (_held?.TryGetValue(key, out record) == true)
                    return true;
            }
        }

        return _soon.TryFind(key, out record);
    }

    private bool TryHold(string key, StoredRecord? record)
    {
        if (!Holds)
            return false;
        lock (_gate)
        {
            if (_held is not { } held)
                return false;
            held[KeyText.EnsureWellFormed(key)] = record;
            _heldBytes += record?.Payload.Length ?? 0;
            if (!_manual)
                FlushInTime(held.Count);
            return true;
        }
    }

    private void FlushInTime(int held)
    {
        if (held >= _options.Sqlite.DirtyThreshold || _heldBytes >= MostBytes)
            WriteOut();
        else if (held == 1)
            _timer.Change(_options.Sqlite.FlushInterval, Timeout.InfiniteTimeSpan);
    }

    private void FlushInBackground()
    {
        try
        {
            lock (_gate)
            {
                if (!_manual)
                    WriteOut();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody is waiting for this write. What was to be written stays held, and the next write or Flush tries again.
            _options.Logger.BackgroundFlushFailed(e);
        }
        catch (ObjectDisposedException)
        {
            // The timer fired while the store was being closed, which has written everything out itself.
            _options.Logger.FlushedAfterClose();
        }
    }

    /// <summary>Writes what is held, all or nothing where the store can; what was not written stays held.</summary>
    private void WriteOut()
    {
        // What was to be written soon is older than what is held.
        _soon.WriteOut();
        if (_held is not { Count: > 0 } held)
            return;
        _inner.ApplyAll(held);
        Forget();
    }

    private void Forget()
    {
        _held?.Clear();
        _heldBytes = 0;
    }

    private List<string> MergedKeys(IReadOnlyDictionary<string, StoredRecord?> changes) =>
        [.. _inner.Keys.Where(key => !changes.ContainsKey(key)), .. changes.Where(change => change.Value is not null).Select(change => change.Key)];

    private long MergedCount(IReadOnlyDictionary<string, StoredRecord?> changes) => _inner.Count + changes.Sum(CountChange);

    private int CountChange(KeyValuePair<string, StoredRecord?> change) => (change.Value is not null, _inner.Contains(change.Key)) switch
    {
        (true, false) => 1,
        (false, true) => -1,
        _ => 0,
    };
}
