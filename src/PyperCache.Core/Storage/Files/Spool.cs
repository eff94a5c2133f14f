namespace PyperCache.Storage.Files;

/// <summary>
/// A temporary file for records that cannot be read by themselves where they lie: those of a pickle in which Python shares objects
/// between records. It is gone when the store is closed.
/// </summary>
internal sealed class Spool(string storePath) : IDisposable
{
    private FileStream? _stream;
    private long _end;

    /// <summary>The file to read from; null while nothing has been written.</summary>
    public RecordFile? File { get; private set; }

    /// <summary>Keeps a record, in the format of the snapshot.</summary>
    public Place Add(ReadOnlyMemory<byte> record)
    {
        _stream ??= Create();
        AtomicFile.Write(_stream.SafeFileHandle, record.Span, _end);
        var place = new Place(Place.Spool, _end, record.Length);
        _end += record.Length;
        return place;
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
        File = null;
    }

    private FileStream Create()
    {
        FileStreamOptions options = AtomicFile.OwnerOnlyOptions(FileMode.Create);
        options.Options = FileOptions.DeleteOnClose;
        options.BufferSize = 0;
        var stream = new FileStream(storePath + ".spool", options);
        File = new RecordFile(stream.SafeFileHandle);
        _end = 0;
        return stream;
    }
}
