using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage;

/// <summary>
/// Records of which nobody was promised that they survive: they are seen at once, and are written a moment later, together with others, in the
/// background.
/// </summary>
/// <remarks>
/// Whether they are what they seem to be is found out there too, or by who reads them before: many in a row, by a thread for which nobody waits, cost
/// a fraction of what each costs between two requests.
/// </remarks>
internal sealed class SoonWrites : IDisposable
{
    private const int MostRecords = 500;
    private const int MostBytes = 1024 * 1024;

    // Only a store that is stuck, such as one that waits for another process, lets so much gather.
    private const int MostBytesInMemory = 64 * MostBytes;
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    // Held while the store is written to in the background, and by whoever must not overtake that; taken before the other.
    private readonly Lock _writing = new();
    private readonly Lock _gate = new();
    private readonly IRecordStore _store;
    private readonly ILogger _logger;
    private readonly Func<ReadOnlyMemory<byte>, bool> _isJson;
    private readonly ITimer _timer;
    private Dictionary<string, SoonRecord>? _waiting;
    private Dictionary<string, SoonRecord>? _underway;
    private long _bytes;
    private bool _isUrgent;
    private int _dropped;

    /// <param name="store">Where they are written to.</param>
    /// <param name="options">The options of the store.</param>
    /// <param name="isJson">Whether bytes are one well-formed JSON value.</param>
    public SoonWrites(IRecordStore store, RecordStoreOptions options, Func<ReadOnlyMemory<byte>, bool> isJson)
    {
        _store = store;
        _logger = options.Logger;
        _isJson = isJson;
        _timer = options.TimeProvider.CreateTimer(static self => ((SoonWrites)self!).WriteOut(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the store knows everything.</summary>
    public bool IsEmpty => Volatile.Read(ref _waiting) is null && Volatile.Read(ref _underway) is null;

    /// <summary>Finds a record that the store may not know yet.</summary>
    public bool TryFind(string key, [NotNullWhen(true)] out StoredRecord? record)
    {
        record = null;
        if (IsEmpty)
            return false;
        SoonRecord? found = null;
        lock (_gate)
        {
            if (_waiting?.TryGetValue(key, out found) != true)
                _underway?.TryGetValue(key, out found);
        }

        record = found?.Sound;
        return record is not null;
    }

    /// <summary>Takes a record in, unless the store is so slow that memory would fill up: nobody was promised that it is kept.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record.</param>
    /// <param name="doubtful">The part of its payload that has to be one JSON value and was not looked at yet; null for none. Else the record is dropped.</param>
    public void Put(string key, StoredRecord record, ReadOnlyMemory<byte>? doubtful)
    {
        SoonRecord soon = new(record, doubtful, _isJson);
        lock (_gate)
        {
            if (_bytes >= MostBytesInMemory)
            {
                _dropped++;
                return;
            }

            bool isFirst = _waiting is null;
            Dictionary<string, SoonRecord> waiting = _waiting ?? [];
            waiting[KeyText.EnsureWellFormed(key)] = soon;
            _bytes += record.Payload.Length;
            Volatile.Write(ref _waiting, waiting);
            if (isFirst)
                _timer.Change(s_moment, Timeout.InfiniteTimeSpan);
            if (!_isUrgent && (waiting.Count >= MostRecords || _bytes >= MostBytes))
                _isUrgent = _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Lets a write go first that is promised to survive and therefore does not wait. An older one of the same key, which does, is dropped at its end.
    /// </summary>
    public SoonOvertaking Overtake(string key)
    {
        if (IsEmpty)
            return default;
        _writing.Enter();
        TryFind(key, out StoredRecord? waiting);
        return new SoonOvertaking(this, key, waiting);
    }

    /// <summary>Drops a record that waits.</summary>
    public void Forget(string key)
    {
        using SoonOvertaking overtaking = Overtake(key);
    }

    /// <summary>Drops all that waits.</summary>
    public void Clear()
    {
        lock (_writing)
        lock (_gate)
            Take();
    }

    /// <summary>Does something with all that waits, while nothing of it is written and nothing joins it.</summary>
    public T With<T>(Func<IReadOnlyDictionary<string, StoredRecord?>, T> look)
    {
        lock (_writing)
        lock (_gate)
            return look(_waiting is null ? [] : new Dictionary<string, StoredRecord?>(SoundOf(_waiting)));
    }

    /// <summary>Writes what waits, while it is read here and more comes in; nobody waits for it but those who would overtake it.</summary>
    public void WriteOut()
    {
        lock (_writing)
        {
            int dropped;
            lock (_gate)
            {
                if (_waiting is null)
                    return;
                dropped = _dropped;

                // In this order: at no moment it seems that the store knows everything.
                Volatile.Write(ref _underway, _waiting);
                Take();
            }

            if (dropped > 0)
                _logger.SoonWritesDropped(dropped);
            try
            {
                _store.AppendAll(SoundOf(_underway));
            }
            catch (Exception e)
            {
                // Whatever is wrong with the store: nobody waits for these writes, and nobody was promised them.
                _logger.SoonWriteFailed(_underway.Count, e);
            }
            finally
            {
                Volatile.Write(ref _underway, null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <summary>Ends what <see cref="Overtake"/> began.</summary>
    internal void EndOvertaking(string key)
    {
        lock (_gate)
            _waiting?.Remove(key);
        _writing.Exit();
    }

    private static List<KeyValuePair<string, StoredRecord?>> SoundOf(Dictionary<string, SoonRecord> records)
    {
        List<KeyValuePair<string, StoredRecord?>> all = new(records.Count);
        foreach ((string key, SoonRecord record) in records)
        {
            if (record.Sound is { } sound)
                all.Add(new(key, sound));
        }

        return all;
    }

    private void Take()
    {
        Volatile.Write(ref _waiting, null);
        (_bytes, _isUrgent, _dropped) = (0, false, 0);
    }
}
