using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage;

/// <summary>
/// Records of which nobody was promised that they survive: they are seen at once, and are written a moment later, together with others, in the
/// background.
/// </summary>
internal sealed class SoonWrites : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    // Held while the store is written to in the background, and by whoever must not overtake that; taken before the other.
    private readonly Lock _writing = new();
    private readonly Lock _gate = new();
    private readonly IRecordStore _store;
    private readonly ILogger _logger;
    private readonly int _mostRecords;
    private readonly ITimer _timer;
    private Dictionary<string, StoredRecord?>? _waiting;
    private Dictionary<string, StoredRecord?>? _underway;
    private long _bytes;

    /// <param name="store">Where they are written to.</param>
    /// <param name="options">The options of the store.</param>
    public SoonWrites(IRecordStore store, RecordStoreOptions options)
    {
        _store = store;
        _logger = options.Logger;
        _mostRecords = options.Sqlite.DirtyThreshold;
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
        lock (_gate)
            return (_waiting?.TryGetValue(key, out record) == true || _underway?.TryGetValue(key, out record) == true) && record is not null;
    }

    /// <summary>Takes a record in.</summary>
    public void Put(string key, StoredRecord record)
    {
        lock (_gate)
        {
            Dictionary<string, StoredRecord?> waiting = _waiting ?? [];
            waiting[KeyText.EnsureWellFormed(key)] = record;
            _bytes += record.Payload.Length;
            Volatile.Write(ref _waiting, waiting);
            if (waiting.Count >= _mostRecords || _bytes >= MostBytes)
                _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            else if (waiting.Count == 1)
                _timer.Change(s_moment, Timeout.InfiniteTimeSpan);
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
            return look(_waiting ?? []);
    }

    /// <summary>Writes what waits, while it is read here and more comes in; nobody waits for it but those who would overtake it.</summary>
    public void WriteOut()
    {
        lock (_writing)
        {
            lock (_gate)
            {
                if (_waiting is null)
                    return;

                // In this order: at no moment it seems that the store knows everything.
                Volatile.Write(ref _underway, _waiting);
                Take();
            }

            try
            {
                _store.AppendAll(_underway);
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

    private void Take()
    {
        Volatile.Write(ref _waiting, null);
        _bytes = 0;
    }
}
