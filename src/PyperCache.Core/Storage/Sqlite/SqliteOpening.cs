using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage.Sqlite;

/// <summary>Opens database files: creates missing ones, sets unreadable ones aside, sets the connection up.</summary>
internal static class SqliteOpening
{
    private static readonly string[] s_companions = ["-wal", "-shm", "-journal"];

    /// <summary>Opens a file, which is created when there is none, and set aside when it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="gate">The lock that is held by who uses the connection.</param>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static SqliteSession Open(string path, RecordStoreOptions options, Lock gate)
    {
        try
        {
            return OpenOnce(path, options, gate);
        }
        catch (SqliteStorageException e) when (SqliteErrors.IsUnreadable(e.Code))
        {
            string newPath = AtomicFile.SetAside(path, options.TimeProvider, s_companions);
            options.Logger.FileSetAside(path, newPath, e.Message);
            return OpenOnce(path, options, gate);
        }
    }

    /// <summary>Opens a further connection to a file that is open already.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static SqliteSession OpenToRead(string path, SqliteStoreOptions options) => Connect(path, options, database =>
    {
        SetUpMemory(database, options);
        return new SqliteSession(database, exclusive: false);
    });

    /// <summary>Opens a further connection to a file that is open already, and lets it find the WAL.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public static SqliteDatabase OpenToCheckpoint(string path, SqliteStoreOptions options) => Connect(path, options, static database =>
    {
        database.Execute("SELECT 1 FROM sqlite_master");
        return database;
    });

    private static SqliteSession OpenOnce(string path, RecordStoreOptions options, Lock gate)
    {
        AtomicFile.EnsureExists(path);
        return Connect(path, options.Sqlite, database =>
        {
            SetUp(database, path, options);
            if (options.Sqlite.Exclusive || WalIndex.Find(database.Handle) is not { } walIndex)
                return new SqliteSession(database, options.Sqlite.Exclusive);
            var snapshot = new SqliteSnapshot(database, walIndex, gate, options);
            return new SqliteSession(database, exclusive: false, snapshot, new SqliteCheckpointer(database, walIndex, path, options));
        });
    }

    /// <summary>Opens a connection, and closes it again when what is to be done with it fails.</summary>
    private static T Connect<T>(string path, SqliteStoreOptions options, Func<SqliteDatabase, T> setUp)
    {
        var database = new SqliteDatabase(path, options);
        try
        {
            return setUp(database);
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
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {options.Sqlite.ChosenPageSize}"));
        if (database.Text("PRAGMA journal_mode = WAL") != "wal")
            throw new StorageException(StorageMessages.CannotOpen(path, "the file system does not support SQLite's WAL mode.")) { Path = path };
        database.Execute(options.Durability == Durability.PowerLoss ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        long pageSize = database.PageSize;
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {options.Sqlite.CheckpointBytes / pageSize}"));
        SetUpMemory(database, options.Sqlite);
        ThrowIfCutOff(path, pageSize);
        if (database.Text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cache_records'") is null)
            database.Execute(SqliteSchema.CreateRecords);
    }

    private static void SetUpMemory(SqliteDatabase database, SqliteStoreOptions options)
    {
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{options.PageCacheBytes / 1024}"));
        if (options.MemoryMappedBytes > 0)
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA mmap_size = {options.MemoryMappedBytes}"));
    }

    /// <summary>SQLite sees by itself when whole pages are missing. While there is a WAL the file may be anything, because its pages come from there.</summary>
    private static void ThrowIfCutOff(string path, long pageSize)
    {
        var wal = new FileInfo(path + "-wal");
        if (wal.Exists && wal.Length > 0)
            return;
        if (new FileInfo(path).Length % pageSize != 0)
            throw new SqliteStorageException(StorageMessages.CutOff, SQLitePCL.raw.SQLITE_CORRUPT) { Path = path };
    }
}
