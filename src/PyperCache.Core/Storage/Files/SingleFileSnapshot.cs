namespace PyperCache.Storage.Files;

/// <summary>A snapshot that is one file.</summary>
internal abstract class SingleFileSnapshot(string path) : Snapshot
{
    private RecordFile? _file;

    public override long Length => _file?.Length ?? 0;

    public override void Load(IRecordSink sink)
    {
        File.Delete(SnapshotWriter.TemporaryPath(path));
        if (Directory.Exists(path))
            throw new StorageException(StorageMessages.DirectoryInTheWay(path)) { Path = path };
        if (!File.Exists(path))
            return;
        try
        {
            _file = RecordFile.OpenForReading(path);
            if (_file.Length > 0)
                Scan(_file, sink);
        }
        catch (Exception e) when (e is IOException and not StorageException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageMessages.CannotOpen(path, e.Message), e) { Path = path };
        }
    }

    public override RecordFile FileOf(Place place) => _file!;

    public override void Fold(IFoldSource source)
    {
        (Place Place, int Slot)[] records = source.Records;
        var moved = new Place[records.Length];
        using (var writer = new SnapshotWriter(path))
        {
            Begin(writer);
            for (int i = 0; i < records.Length; i++)
                moved[i] = WriteRecord(writer, source, records[i].Place, isFirst: i == 0);
            End(writer);
            writer.Complete();
        }

        RecordFile file = RecordFile.OpenForReading(path);
        _file?.Dispose();
        _file = file;
        for (int i = 0; i < records.Length; i++)
            source.Moved(records[i].Slot, moved[i]);
    }

    public override string SetAside(TimeProvider time) => AtomicFile.SetAside(path, time, []);

    /// <summary>Finds the records of a file that is not empty.</summary>
    protected abstract void Scan(RecordFile file, IRecordSink sink);

    /// <summary>Writes what comes before the first record.</summary>
    protected abstract void Begin(SnapshotWriter writer);

    /// <summary>Writes a record, and what parts it from its neighbours.</summary>
    /// <returns>Where it lies in the new file.</returns>
    protected abstract Place WriteRecord(SnapshotWriter writer, IFoldSource source, Place place, bool isFirst);

    /// <summary>Writes what comes behind the last record.</summary>
    protected abstract void End(SnapshotWriter writer);

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        _file = null;
    }
}
