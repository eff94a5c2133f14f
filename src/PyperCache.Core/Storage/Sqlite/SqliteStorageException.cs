namespace PyperCache.Storage.Sqlite;

/// <summary>A failure that SQLite reported.</summary>
internal sealed class SqliteStorageException(string message, int code) : StorageException(message)
{
    /// <summary>The extended result code.</summary>
    public int Code { get; } = code;
}
