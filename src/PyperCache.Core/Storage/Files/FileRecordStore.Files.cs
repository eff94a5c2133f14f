using Microsoft.Extensions.Logging;

namespace PyperCache.Storage.Files;

/// <summary>Loading, appending and folding in.</summary>
internal sealed partial class FileRecordStore : IRecordSink, IFoldSource
{
    private const int KeyGlance = 4096;

    private RentedBytes? _foldBytes;

    /// <inheritdoc/>
    (Place Place, int Slot)[] IFoldSource.Records => _index.InReadingOrder();

    /// <inheritdoc/>
    void IRecordSink.Found(string key, Place place) => _index.Set(key, place);

    /// <inheritdoc/>
    Place IRecordSink.Found(string key, ReadOnlyMemory<byte> record)
    {
        Place place = _spool.Add(record);
        _index.Set(key, place);
        return place;
    }

    /// <inheritdoc/>
    void IRecordSink.Unreadable(string key, string reason)
    {
        _index.Remove(key);
        _options.Logger.RecordUnreadable(key, _path, reason);
    }

    /// <inheritdoc/>
    ReadOnlyMemory<byte> IFoldSource.ReadRaw(Place place)
    {
        _foldBytes?.Dispose();
        _foldBytes = RentedBytes.Read(FileOf(place), place);
        return _foldBytes.Value.Memory;
    }

    /// <inheritdoc/>
    (string Key, DecodedRecord Record) IFoldSource.Read(Place place)
    {
        ReadOnlyMemory<byte> bytes = ((IFoldSource)this).ReadRaw(place);
        JournalFormat.Instance.TryReadKey(bytes.Span, out string? key);
        return (key!, JournalFormat.Instance.Read(bytes));
    }

    /// <inheritdoc/>
    string IFoldSource.KeyOf(int slot) => _index.TryGetSlot(slot, out Place place) ? KeyAt(place) : "";

    /// <inheritdoc/>
    void IFoldSource.Moved(int slot, Place place) => _index.Move(slot, place);

    private void Load()
    {
        try
        {
            _snapshot.Load(this);
        }
        catch (FormatException e)
        {
            _snapshot.Dispose();
            _index.Clear();
            string newPath = _snapshot.SetAside(_options.TimeProvider);
            _options.Logger.FileSetAside(_path, newPath, e.Message);
            _snapshot = _newSnapshot();
            _snapshot.Load(this);
        }

        long tail = _journal.Replay(ApplyChange);
        if (tail > 0)
            DropTail(tail);
        _changed = _journal.Length > 0;
        _foldAt = Math.Max(LeastFoldedJournal, _snapshot.Length);
    }

    private void ApplyChange(ReadOnlyMemory<byte> change, Place place)
    {
        switch (change.Span[0])
        {
            case JournalFormat.Clear:
                _index.Clear();
                break;
            case JournalFormat.Remove when JournalFormat.Instance.TryReadKey(change.Span, out string? key):
                _index.Remove(key);
                break;
            case JournalFormat.Put when JournalFormat.Instance.TryReadKey(change.Span, out string? key):
                _index.Set(key, place);
                break;
            default:
                throw new StorageException(StorageMessages.UnknownJournal(_journal.FilePath)) { Path = _path };
        }
    }

    /// <summary>What a killed process leaves is the beginning of one entry. It goes, but not before a copy of it is safe: it might be damage.</summary>
    private void DropTail(long length)
    {
        string copy = AtomicFile.NameForUnreadable(_journal.FilePath, _options.TimeProvider);
        using (var stream = new FileStream(copy, AtomicFile.OwnerOnlyOptions(FileMode.CreateNew)))
            _journal.CopyTailTo(stream);
        _journal.CutTail();
        _options.Logger.JournalTailSetAside(_journal.FilePath, length, copy);
    }

    private void Append(ReadOnlySpan<KeyValuePair<string, StoredRecord?>> changes)
    {
        ThrowIfClosed();
        if (changes.IsEmpty)
            return;
        Place[] places = new Place[changes.Length];
        EnsureJournalIsThere();
        try
        {
            _journal.Append(changes, places);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StorageExceptions.Writing(_path, e);
        }

        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i].Value is null)
                _index.Remove(changes[i].Key);
            else
                _index.Set(changes[i].Key, places[i]);
        }

        NoteChange();
        FoldInWhenGrown();
    }

    /// <summary>Called while the gate is held, so that whoever sees the new count and then reads, reads what was changed.</summary>
    private void NoteChange()
    {
        _changed = true;
        Volatile.Write(ref _changes, _changes + 1);
    }

    private void FoldInWhenGrown()
    {
        if (_journal.Length < _foldAt)
            return;
        try
        {
            FoldIn();
        }
        catch (StorageException e)
        {
            // The change itself is safe in the journal. Trying again at every change would make each of them slow.
            _foldAt = 2 * _journal.Length;
            _options.Logger.FoldFailed(_path, e);
        }
    }

    /// <summary>A journal that was deleted takes what is appended to it along. What it held is still readable here, so it is saved.</summary>
    private void EnsureJournalIsThere()
    {
        if (File.Exists(_journal.FilePath))
            return;
        _options.Logger.FileVanished(_journal.FilePath);
        AtomicFile.EnsureFolder(_path);
        Journal fresh = Journal.Open(_path, _options.Durability == Durability.PowerLoss);
        fresh.Replay(static (_, _) => { });
        _changed = true;
        FoldIn();
        _journal.Dispose();
        _journal = fresh;
    }

    private void FoldIn()
    {
        if (!_changed)
            return;
        try
        {
            _snapshot.Fold(this);
            _journal.Reset();
        }
        catch (Exception e) when (e is IOException and not StorageException or UnauthorizedAccessException)
        {
            throw StorageExceptions.Writing(_path, e);
        }
        finally
        {
            _foldBytes?.Dispose();
            _foldBytes = null;
        }

        _spool.Dispose();
        _changed = false;
        _foldAt = Math.Max(LeastFoldedJournal, _snapshot.Length);
    }

    private RecordFile FileOf(Place place) => place.File switch
    {
        Place.Journal => _journal.File,
        Place.Spool => _spool.File!,
        _ => _snapshot.FileOf(place),
    };

    private IRecordFormat FormatOf(Place place) => place.File == Place.Journal ? JournalFormat.Instance : _snapshot.Format;

    private bool HoldsKey(Place place, string key) => KeyAt(place) == key;

    private string KeyAt(Place place)
    {
        using (RentedBytes start = RentedBytes.Read(FileOf(place), place, KeyGlance))
        {
            if (FormatOf(place).TryReadKey(start.Memory.Span, out string? key))
                return key;
        }

        using RentedBytes whole = RentedBytes.Read(FileOf(place), place);
        return FormatOf(place).TryReadKey(whole.Memory.Span, out string? longKey)
            ? longKey
            : throw new StorageException(StorageMessages.Failed(_path, "read", "a record has no key")) { Path = _path };
    }

    private DecodedRecord? Decode(string key, Place place, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return FormatOf(place).Read(bytes);
        }
        catch (FormatException e)
        {
            _options.Logger.RecordUnreadable(key, _path, e.Message);
            return null;
        }
    }
}
