using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PyperCache.Storage.Eviction;

namespace PyperCache.Storage.Files;

/// <summary>
/// A store in files that one process opens at a time: a snapshot in the format of the Python original, and a journal beside it to which every
/// change is appended. The journal is folded into the snapshot at Flush, at Close and when it has grown past it.
/// </summary>
/// <remarks>Of the records only the places are in memory. One lock guards everything.</remarks>
internal sealed partial class FileRecordStore : IRecordStore, IUpdatingStore, IBatchStore, IPurgingStore, ICompactingStore, IPayloadLender, ICopyingStore, IMeasuringStore, IVersionedStore
{
    // Below this size folding in costs more than it is worth: many small writes would each pay for a part of it.
    private const long LeastFoldedJournal = 64L << 20;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly RecordStoreOptions _options;
    private readonly Func<Snapshot> _newSnapshot;
    private readonly RecordIndex _index;
    private readonly Spool _spool;
    private Journal _journal;
    private Snapshot _snapshot;
    private long _foldAt = LeastFoldedJournal;
    private ulong _changes;
    private bool _changed;
    private bool _closed;

    /// <summary>Opens the files, creating them when there are none.</summary>
    /// <param name="path">The file that names the store.</param>
    /// <param name="options">How.</param>
    /// <param name="newSnapshot">Makes a snapshot that has not been loaded.</param>
    /// <exception cref="StorageException">They cannot be opened, or another process holds them.</exception>
    public FileRecordStore(string path, RecordStoreOptions options, Func<Snapshot> newSnapshot)
    {
        _path = path;
        _options = options;
        _newSnapshot = newSnapshot;
        _index = new RecordIndex(HoldsKey);
        _spool = new Spool(path);
        _snapshot = newSnapshot();
        Keys = new SlotKeys(this);
        AtomicFile.EnsureFolder(path);
        _journal = Journal.Open(path, options.Durability == Durability.PowerLoss);
        try
        {
            Load();
        }
        catch
        {
            _journal.Dispose();
            _snapshot.Dispose();
            _spool.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Keys { get; }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                ThrowIfClosed();
                return _index.Count;
            }
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record)
    {
        record = null;
        Check(key);
        lock (_gate)
        {
            ThrowIfClosed();
            if (!_index.TryFind(key, out Place place))
                return false;
            using RentedBytes bytes = RentedBytes.Read(FileOf(place), place);
            record = Decode(key, place, bytes.Memory)?.Detach();
            return record is not null;
        }
    }

    /// <inheritdoc/>
    public bool TryRead(string key, PayloadVisitor reader)
    {
        Check(key);
        lock (_gate)
        {
            ThrowIfClosed();
            if (!_index.TryFind(key, out Place place))
                return false;
            using RentedBytes bytes = RentedBytes.Read(FileOf(place), place);
            if (Decode(key, place, bytes.Memory) is not { } found)
                return false;
            reader.Visit(found.Payload.Span, found.Times);
            return true;
        }
    }

    /// <inheritdoc/>
    public bool TryUse(string key, out StoreVersion version)
    {
        version = StoreVersion.Of(Volatile.Read(ref _changes));
        return true;
    }

    /// <inheritdoc/>
    public bool Contains(string key)
    {
        Check(key);
        lock (_gate)
        {
            ThrowIfClosed();
            return _index.TryFind(key, out _);
        }
    }

    /// <inheritdoc/>
    public void Put(string key, StoredRecord record)
    {
        Check(key);
        lock (_gate)
            Append([new(key, record)]);
    }

    /// <inheritdoc/>
    public bool TryUpdate(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp)
    {
        lock (_gate)
        {
            if (!TryGet(key, out StoredRecord? old))
                return false;
            Append([new(key, old with { Payload = payload, Timestamp = timestamp })]);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
    {
        foreach (KeyValuePair<string, StoredRecord?> change in changes)
            Check(change.Key);
        lock (_gate)
            Append([.. changes]);
    }

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        lock (_gate)
        {
            if (!Contains(key))
                return false;
            Append([new(key, null)]);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            EnsureJournalIsThere();
            try
            {
                _journal.AppendClear();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw StorageExceptions.Writing(_path, e);
            }

            _index.Clear();
            NoteChange();
            FoldIn();
        }
    }

    /// <inheritdoc/>
    public long RemoveStale(DateTimeOffset now)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            List<KeyValuePair<string, StoredRecord?>> stale = [];
            for (int slot = 0; slot < _index.SlotCount; slot++)
            {
                if (_index.TryGetSlot(slot, out Place place) && IsStale(place, now))
                    stale.Add(new(KeyAt(place), null));
            }

            Append([.. stale]);
            return stale.Count;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<RecordMeasure> Measure()
    {
        int slot = 0;
        while (NextMeasure(ref slot) is { } record)
            yield return record;
    }

    /// <inheritdoc/>
    public void Compact() => Flush();

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            FoldIn();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            try
            {
                FoldIn();
                _journal.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Nothing is lost: the journal stays and is folded in when the store is opened again.
                _options.Logger.FoldFailed(_path, e);
            }
            finally
            {
                _journal.Dispose();
                _snapshot.Dispose();
                _spool.Dispose();
            }
        }
    }

    /// <summary>Keys by slot, for enumeration: the next one from a slot on.</summary>
    /// <returns>Null behind the last.</returns>
    internal string? NextKey(ref int slot)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            while (slot < _index.SlotCount)
            {
                if (_index.TryGetSlot(slot++, out Place place))
                    return KeyAt(place);
            }

            return null;
        }
    }

    private RecordMeasure? NextMeasure(ref int slot)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            while (slot < _index.SlotCount)
            {
                if (_index.TryGetSlot(slot++, out Place place))
                    return MeasureAt(place);
            }

            return null;
        }
    }

    private RecordMeasure MeasureAt(Place place)
    {
        string key = KeyAt(place);
        using RentedBytes bytes = RentedBytes.Read(FileOf(place), place);
        try
        {
            DecodedRecord record = FormatOf(place).Read(bytes.Memory);
            return new RecordMeasure(key, record.Payload.Length, record.Times.Timestamp);
        }
        catch (FormatException)
        {
            // Nobody can read it, so it is the first to go.
            return new RecordMeasure(key, place.Length, DateTimeOffset.MinValue);
        }
    }

    private static void Check(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        KeyText.EnsureWellFormed(key);
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, this);

    private bool IsStale(Place place, DateTimeOffset now)
    {
        using RentedBytes bytes = RentedBytes.Read(FileOf(place), place);
        try
        {
            return FormatOf(place).Read(bytes.Memory).Times.IsStaleAt(now);
        }
        catch (FormatException)
        {
            // It cannot be read, which is for whoever asks for it to be told; it is not known to be stale.
            return false;
        }
    }
}
