using System.Globalization;
using SQLitePCL;
using static SQLitePCL.raw;

namespace PyperCache.Storage.Sqlite;

/// <summary>One connection to a database file, for one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int OpenNoMutex = 0x8000;
    private const uint PreparePersistent = 1;

    private readonly string _path;
    private readonly SqliteStoreOptions _options;
    private readonly sqlite3 _handle;

    static SqliteDatabase() => Batteries_V2.Init();

    /// <summary>Opens the file, which must exist.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public SqliteDatabase(string path, SqliteStoreOptions options)
    {
        _path = path;
        _options = options;
        int result = sqlite3_open_v2(path, out _handle, SQLITE_OPEN_READWRITE | OpenNoMutex, null);
        if (result != SQLITE_OK)
        {
            StorageException error = Error(result);
            Dispose();
            throw error;
        }

        sqlite3_extended_result_codes(_handle, 1);
        BusyHandler.Set(_handle, options.BusyTimeout);
    }

    public sqlite3 Handle => _handle;

    /// <summary>Whether a transaction that was begun with <c>BEGIN</c> is open.</summary>
    public bool InTransaction => sqlite3_get_autocommit(_handle) == 0;

    /// <summary>The bytes of a page.</summary>
    public long PageSize => long.Parse(Text("PRAGMA page_size")!, CultureInfo.InvariantCulture);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => NativeSqlite.Changes(_handle.DangerousGetHandle());

    public SqliteStatement Prepare(string sql)
    {
        Check(sqlite3_prepare_v3(_handle, sql, PreparePersistent, out sqlite3_stmt statement));
        return new SqliteStatement(this, statement);
    }

    public void Execute(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        while (statement.Step())
        {
        }
    }

    /// <summary>The first column of the first row, or null when there is none.</summary>
    public string? Text(string sql)
    {
        using SqliteStatement statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>Copies pages from the WAL into the database, as far as nobody has to wait for that.</summary>
    /// <param name="copied">How many frames of the WAL are in the database now.</param>
    /// <returns>False when somebody else is at it.</returns>
    /// <exception cref="StorageException">They could not be copied.</exception>
    public bool TryCheckpoint(out int copied)
    {
        int result = sqlite3_wal_checkpoint_v2(_handle, null, SQLITE_CHECKPOINT_PASSIVE, out _, out copied);
        if (SqliteErrors.IsBusy(result))
            return false;
        Check(result);
        return true;
    }

    /// <summary>Copies what is left in the WAL into the database, so that the next write begins it anew; or less, when others read or write for too long.</summary>
    /// <param name="patience">How long this waits for them.</param>
    /// <exception cref="StorageException">It could not be copied.</exception>
    public void RestartWal(TimeSpan patience)
    {
        BusyHandler.Set(_handle, patience);
        int result = sqlite3_wal_checkpoint_v2(_handle, null, SQLITE_CHECKPOINT_RESTART, out _, out _);
        BusyHandler.Set(_handle, _options.BusyTimeout);
        if (!SqliteErrors.IsBusy(result))
            Check(result);
    }

    public void Check(int result)
    {
        if (result is not (SQLITE_OK or SQLITE_DONE or SQLITE_ROW))
            throw Error(result);
    }

    public StorageException Error(int result)
    {
        string detail = _handle is null ? sqlite3_errstr(result).utf8_to_string() : sqlite3_errmsg(_handle).utf8_to_string();
        int extended = _handle is null ? result : sqlite3_extended_errcode(_handle);
        return SqliteErrors.Create(extended == SQLITE_OK ? result : extended, _path, detail, _options);
    }

    public void Dispose()
    {
        if (_handle is not null)
            sqlite3_close_v2(_handle);
    }
}
