using PyperCache.Storage.Files;

namespace PyperCache.Storage.Chunked;

/// <summary>A chunk on disk.</summary>
internal sealed class Chunk : IDisposable
{
    /// <summary>The file; null when it is missing.</summary>
    public RecordFile? File { get; set; }

    /// <summary>How many records the file holds, those that do not count any more included.</summary>
    public int Records { get; set; }

    /// <summary>Where the records of this chunk that could not be read where they lie begin in the spool.</summary>
    public long SpoolStart { get; set; } = -1;

    /// <summary>The bytes of the file.</summary>
    public long Length => File?.Length ?? 0;

    public void Dispose() => File?.Dispose();
}
