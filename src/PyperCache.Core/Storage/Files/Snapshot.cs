namespace PyperCache.Storage.Files;

/// <summary>The files of a store that have the format of the Python original: all records as of the last fold-in.</summary>
internal abstract class Snapshot : IDisposable
{
    /// <summary>How records look in these files.</summary>
    public abstract IRecordFormat Format { get; }

    /// <summary>The bytes of all files.</summary>
    public abstract long Length { get; }

    /// <summary>Finds every record. Payloads are read past, not kept.</summary>
    /// <exception cref="FormatException">A file is damaged, cut off or of another kind.</exception>
    /// <exception cref="StorageException">A file is refused or cannot be read.</exception>
    public abstract void Load(IRecordSink sink);

    /// <summary>A file by its number in <see cref="Place.File"/>.</summary>
    public abstract RecordFile FileOf(Place place);

    /// <summary>Writes everything anew, so that the journal is not needed any more. A crash meanwhile leaves old files or new ones, never half of one.</summary>
    /// <param name="source">The records.</param>
    public abstract void Fold(IFoldSource source);

    /// <summary>Gives files that cannot be read a new name.</summary>
    /// <returns>The new name.</returns>
    public abstract string SetAside(TimeProvider time);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Dispose(bool disposing);
}
