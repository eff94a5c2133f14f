using static SQLitePCL.raw;

namespace PyperCache.Storage.Sqlite;

/// <summary>Turns result codes of SQLite into exceptions that say what can be done.</summary>
internal static class SqliteErrors
{
    private const int PrimaryCodeMask = 0xff;

    /// <summary>Whether the code says that the file is no database or a damaged one.</summary>
    public static bool IsUnreadable(int code) => (code & PrimaryCodeMask) is SQLITE_NOTADB or SQLITE_CORRUPT;

    public static bool IsBusy(int code) => (code & PrimaryCodeMask) is SQLITE_BUSY or SQLITE_LOCKED;

    public static StorageException Create(int code, string path, string detail, SqliteStoreOptions options)
    {
        string message = (code & PrimaryCodeMask) switch
        {
            SQLITE_BUSY or SQLITE_LOCKED => StorageMessages.StillBusy(path, options.BusyTimeout),
            SQLITE_FULL => StorageMessages.DiskFull(path),
            SQLITE_READONLY => StorageMessages.ReadOnly(path),
            SQLITE_CANTOPEN => StorageMessages.CannotOpen(path, detail),
            _ => StorageMessages.Failed(path, "use", $"{detail} (SQLite error {code})"),
        };
        return new SqliteStorageException(message, code) { Path = path };
    }
}
