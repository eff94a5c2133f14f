using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage;

/// <summary>A store round a store: passes everything on, except while it is told to hold writes back, and what is only to be written soon.</summary>
/// <remarks>It also fills in the powers that the store behind it lacks, so that the cache has one thing to talk to.</remarks>
internal sealed partial class WriteBuffer : IRecordStore, IUpdatingStore, IPurgingStore, ICompactingStore, IPayloadLender, IVersionedStore
{
    private const int SoonBytes = 1024 * 1024;
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(50);

    // Held while the store behind is written to in the background, and by whoever must not overtake that; taken before the other.
    private readonly Lock _writing = new();
    private readonly Lock _gate = new();
    private readonly IRecordStore _inner;
    private readonly RecordStoreOptions _options;
    private readonly bool _buffered;
    private readonly ITimer _timer;
    private Dictionary<string, StoredRecord?>? _held;
    private Dictionary<string, StoredRecord?>? _underway;
    private long _soonBytes;
    private bool _manual;

    public WriteBuffer(IRecordStore inner, RecordStoreOptions options)
    {
        _inner = inner;
        _options = options;
        _buffered = options.Durability == Durability.Buffered;
        if (_buffered)
            _held = [];
        _timer = options.TimeProvider.CreateTimer(static self => ((WriteBuffer)self!).FlushInBackground(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Keys
    {
        get
        {
            if (IsIdle)
                return _inner.Keys;
            lock (_writing)
            lock (_gate)
                return _held is { Count: > 0 } held ? MergedKeys(held) : _inner.Keys;
        }
    }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            if (IsIdle)
                return _inner.Count;
            lock (_writing)
            lock (_gate)
                return _inner.Count + (_held is { Count: > 0 } held ? held.Sum(CountChange) : 0);
        }
    }

    /// <summary>Whether the store behind knows everything.</summary>
    private bool IsIdle => Volatile.Read(ref _held) is null && Volatile.Read(ref _underway) is null;

    /// <summary>Whether writes are held because they were told to be. Else only those are held that are to be written soon.</summary>
    private bool Holds => _buffered || _manual;

    /// <summary>Holds writes back from now on.</summary>
    public void Hold()
    {
        lock (_writing)
        lock (_gate)
        {
            _manual = true;
            Volatile.Write(ref _held, _held ?? []);
        }
    }

    /// <summary>Writes out what is held and passes writes on from now on.</summary>
    public void LetGo()
    {
        lock (_writing)
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
        IsHeld(key, out record) ? record is not null : _inner.TryGet(key, out record);

    /// <inheritdoc/>
    public bool TryRead(string key, PayloadVisitor reader)
    {
        if (!IsHeld(key, out StoredRecord? record))
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
    public bool Contains(string key) => IsHeld(key, out StoredRecord? record) ? record is not null : _inner.Contains(key);

    /// <inheritdoc/>
    public void Put(string key, StoredRecord record)
    {
        if (!TryHold(key, record))
            _inner.Put(key, record);
    }

    /// <summary>Puts a record of which nobody was promised that it survives. It is seen here at once and written a moment later, together with others.</summary>
    public void PutSoon(string key, StoredRecord record)
    {
        lock (_gate)
        {
            Dictionary<string, StoredRecord?> held = _held ?? [];
            held[KeyText.EnsureWellFormed(key)] = record;
            _soonBytes += record.Payload.Length;
            Volatile.Write(ref _held, held);
            if (!_manual)
                FlushSoon(held.Count);
        }
    }

    /// <summary>Writes out what was to be written soon, unless it is held back on purpose.</summary>
    public void WriteSoonOut()
    {
        lock (_writing)
            WriteSoon();
    }

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
        if (IsIdle && _inner is IUpdatingStore updating)
            return updating.TryUpdate(key, payload, timestamp);
        lock (_writing)
        lock (_gate)
        {
            if (!TryGet(key, out StoredRecord? old))
                return false;
            Put(key, old with { Payload = payload, Timestamp = timestamp });
            return true;
        }
    }

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        if (IsIdle)
            return _inner.Remove(key);
        lock (_writing)
        lock (_gate)
        {
            bool there = Contains(key);
            if (there && !TryHold(key, null))
                _inner.Remove(key);
            return there;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_writing)
        lock (_gate)
        {
            _inner.Clear();
            _held?.Clear();
        }
    }

    /// <inheritdoc/>
    public long RemoveStale(DateTimeOffset now)
    {
        lock (_writing)
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
        lock (_writing)
        lock (_gate)
            WriteOut();
        _inner.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        try
        {
            lock (_writing)
            lock (_gate)
                WriteOut();
        }
        finally
        {
            _inner.Dispose();
        }
    }

    private bool IsHeld(string key, out StoredRecord? record)
    {
        record = null;
        if (IsIdle)
            return false;
        lock (_gate)
            return _held?.TryGetValue(key, out record) == true || _underway?.TryGetValue(key, out record) == true;
    }

    private bool TryHold(string key, StoredRecord? record)
    {
        if (IsIdle)
            return false;
        lock (_writing)
        lock (_gate)
        {
            if (_held is null)
                return false;
            if (!Holds)
            {
                // This write is promised to survive, so it does not wait; nor may an older one that does come after it.
                _held.Remove(key);
                return false;
            }

            _held[KeyText.EnsureWellFormed(key)] = record;
            if (!_manual)
                FlushSoon(_held.Count);
            return true;
        }
    }

    private void FlushSoon(int held)
    {
        bool isMuch = held >= _options.Sqlite.DirtyThreshold || _soonBytes >= SoonBytes;
        if (isMuch && _buffered)
            WriteOut();
        else if (isMuch)
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        else if (held == 1)
            _timer.Change(_buffered ? _options.Sqlite.FlushInterval : s_soon, Timeout.InfiniteTimeSpan);
    }

    private void FlushInBackground()
    {
        try
        {
            lock (_writing)
            {
                WriteSoon();
                lock (_gate)
                {
                    if (_buffered && !_manual)
                        WriteOut();
                }
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

    /// <summary>Writes what is held, all or nothing where the store can; what was not written stays held, unless nobody was promised it.</summary>
    private void WriteOut()
    {
        if (!Holds)
        {
            WriteSoon();
            return;
        }

        if (_held is not { Count: > 0 } held)
            return;
        _inner.ApplyAll(held);
        held.Clear();
        _soonBytes = 0;
    }

    /// <summary>Writes what was to be written soon, while it is read here and more comes in; nobody waits for it but those who would overtake it.</summary>
    private void WriteSoon()
    {
        lock (_gate)
        {
            if (Holds || _held is not { } held)
                return;

            // In this order: at no moment it seems that the store behind knows everything.
            Volatile.Write(ref _underway, held);
            Volatile.Write(ref _held, null);
            _soonBytes = 0;
        }

        try
        {
            _inner.ApplyAll(_underway);
        }
        catch (Exception e)
        {
            // Whatever is wrong with the store: nobody waits for these writes, and nobody was promised them.
            _options.Logger.SoonWriteFailed(_underway.Count, e);
        }
        finally
        {
            Volatile.Write(ref _underway, null);
        }
    }

    private List<string> MergedKeys(Dictionary<string, StoredRecord?> held) =>
        [.. _inner.Keys.Where(key => !held.ContainsKey(key)), .. held.Where(change => change.Value is not null).Select(change => change.Key)];

    private int CountChange(KeyValuePair<string, StoredRecord?> change) => (change.Value is not null, _inner.Contains(change.Key)) switch
    {
        (true, false) => 1,
        (false, true) => -1,
        _ => 0,
    };
}
