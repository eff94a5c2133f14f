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
        using (var writer = new SnapshotWriter(path))
        {
            WriteRecords(writer, source);
            writer.Complete();
        }

        _file?.Dispose();
        _file = RecordFile.OpenForReading(path);
    }

    public override string SetAside(TimeProvider time) => AtomicFile.SetAside(path, time, []);

    /// <summary>Finds the records of a file that is not empty.</summary>
    protected abstract void Scan(RecordFile file, IRecordSink sink);

    /// <summary>Writes the file anew.</summary>
    protected abstract void WriteRecords(SnapshotWriter writer, IFoldSource source);

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        _file = null;
    }
}
