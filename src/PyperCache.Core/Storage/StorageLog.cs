using Microsoft.Extensions.Logging;

namespace PyperCache.Storage;

/// <summary>What stores report.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 100, EventName = "FileSetAside", Level = LogLevel.Error,
        Message = "The cache file {Path} cannot be read ({Reason}). It was set aside as {NewPath} and a new one was begun.")]
    public static partial void FileSetAside(this ILogger logger, string path, string newPath, string reason);

    [LoggerMessage(EventId = 101, EventName = "RecordUnreadable", Level = LogLevel.Warning,
        Message = "The record {Key} in {Path} cannot be read and counts as missing: {Reason}")]
    public static partial void RecordUnreadable(this ILogger logger, string key, string path, string reason);

    [LoggerMessage(EventId = 102, EventName = "FileVanished", Level = LogLevel.Warning,
        Message = "The cache file {Path} was deleted or moved while it was open. A new one was begun.")]
    public static partial void FileVanished(this ILogger logger, string path);

    [LoggerMessage(EventId = 103, EventName = "BackgroundFlushFailed", Level = LogLevel.Error,
        Message = "Writes that were held back could not be written; they are kept and will be tried again.")]
    public static partial void BackgroundFlushFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 104, EventName = "FlushedAfterClose", Level = LogLevel.Debug,
        Message = "A background flush came when the store was already closed; there was nothing left to write.")]
    public static partial void FlushedAfterClose(this ILogger logger);

    [LoggerMessage(EventId = 105, EventName = "FoldFailed", Level = LogLevel.Error,
        Message = "The journal of {Path} could not be folded in. Nothing is lost; it will be tried again.")]
    public static partial void FoldFailed(this ILogger logger, string path, Exception exception);

    [LoggerMessage(EventId = 106, EventName = "JournalTailSetAside", Level = LogLevel.Warning,
        Message = "The last {Length} bytes of {Journal} are no whole entry; a process was killed while it wrote, or the file is damaged. They were kept as {Copy}.")]
    public static partial void JournalTailSetAside(this ILogger logger, string journal, long length, string copy);

    [LoggerMessage(EventId = 107, EventName = "ChunkMissing", Level = LogLevel.Error,
        Message = "The chunk {Path} is missing; the records in it count as missing.")]
    public static partial void ChunkMissing(this ILogger logger, string path);

    [LoggerMessage(EventId = 108, EventName = "SoonWriteFailed", Level = LogLevel.Warning,
        Message = "{Count} records could not be written and are not in the cache.")]
    public static partial void SoonWriteFailed(this ILogger logger, int count, Exception exception);

    [LoggerMessage(EventId = 109, EventName = "CheckpointFailed", Level = LogLevel.Error,
        Message = "What was written to {Path} could not be copied from its WAL into the file. Nothing is lost; it will be tried again.")]
    public static partial void CheckpointFailed(this ILogger logger, string path, Exception exception);

    [LoggerMessage(EventId = 110, EventName = "SoonWritesDropped", Level = LogLevel.Warning,
        Message = "{Count} records came faster than they could be written and are not in the cache.")]
    public static partial void SoonWritesDropped(this ILogger logger, int count);
}
