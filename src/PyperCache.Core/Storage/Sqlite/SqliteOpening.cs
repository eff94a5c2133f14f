using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage.Sqlite;

/// <summary>Opens database files: creates missing ones, sets unreadable ones aside, sets the connection up.</summary>
internal static class SqliteOpening
{
    // Measured on new files: with pages of 8 KiB instead of 4, stores and gets of 10 KB and more are 1.3 to 1.4 times as fast, those of 1 KB as
    // fast as before. Files that exist keep their page size.
    private const int PageSize = 8192;

    // A checkpoint waits for the disk. SQLite makes one every 1,000 pages; here the WAL file may grow to 16 MiB between two.
    private const int AutoCheckpointPages = 2_000;

    // The upper pages and the key index of some 200,000 records.
    private const int CacheKibibytes = 16 * 1024;

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
        if (new FileInfo(path).Length == 0)
            database.Execute($"PRAGMA page_size = {PageSize}");
        if (database.Text("PRAGMA journal_mode = WAL") != "wal")
            throw new StorageException(StorageMessages.CannotOpen(path, "the file system does not support SQLite's WAL mode.")) { Path = path };
        database.Execute(options.Durability == Durability.PowerLoss ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        database.Execute($"PRAGMA wal_autocheckpoint = {AutoCheckpointPages}");
        database.Execute($"PRAGMA cache_size = -{CacheKibibytes}");
        if (options.Sqlite.MemoryMappedBytes > 0)
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA mmap_size = {options.Sqlite.MemoryMappedBytes}"));
        ThrowIfCutOff(database, path);
        if (database.Text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cache_records'") is null)
            database.Execute(SqliteSchema.CreateRecords);
    }

    /// <summary>SQLite sees by itself when whole pages are missing. While there is a WAL the file may be anything, because its pages come from there.</summary>
    private static void ThrowIfCutOff(SqliteDatabase database, string path)
    {
        var wal = new FileInfo(path + "-wal");
        if (wal.Exists && wal.Length > 0)
            return;
        long pageSize = long.Parse(database.Text("PRAGMA page_size")!, CultureInfo.InvariantCulture);
        if (new FileInfo(path).Length % pageSize != 0)
            throw new SqliteStorageException(StorageMessages.CutOff, SQLitePCL.raw.SQLITE_CORRUPT) { Path = path };
    }
}
