using PyperCache.Storage.Eviction;

namespace PyperCache.Storage.Sqlite;

/// <summary>An open connection with its prepared statements. Its caller lets in one thread at a time.</summary>
/// <remarks>
/// Statements are called by pointer and read the key where it lies; so each call keeps this object alive to its end, also when it is the last that
/// anyone makes.
/// </remarks>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteSnapshot? _snapshot;
    private readonly SqliteCheckpointer? _checkpointer;
    private readonly SqliteKey _key = new();
    private readonly SqliteStatement _putAtRow;
    private readonly SqliteStatement _putAnywhere;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _remove;
    private readonly SqliteStatement _contains;
    private readonly SqliteStatement _getAtRow;
    private readonly SqliteStatement _getAnywhere;
    private bool _rowsAreTheirOwn;

    /// <summary>Prepares the statements.</summary>
    /// <param name="database">The connection, which the session closes.</param>
    /// <param name="exclusive">Whether no other connection can write.</param>
    /// <param name="snapshot">Keeps its read transactions; null when each look-up has one of its own.</param>
    /// <param name="checkpointer">Copies what it writes into the file; null when SQLite does, or it writes nothing.</param>
    public SqliteSession(SqliteDatabase database, bool exclusive, SqliteSnapshot? snapshot = null, SqliteCheckpointer? checkpointer = null)
    {
        _database = database;
        _snapshot = snapshot;
        _checkpointer = checkpointer;
        IsExclusive = exclusive;
        _putAtRow = database.Prepare(SqliteSchema.PutAtRow);
        _putAnywhere = database.Prepare(SqliteSchema.PutAnywhere);
        _update = database.Prepare(SqliteSchema.Update);
        _remove = database.Prepare(SqliteSchema.Remove);
        _contains = database.Prepare(SqliteSchema.Contains);
        _getAtRow = database.Prepare(SqliteSchema.GetAtRow);
        _getAnywhere = database.Prepare(SqliteSchema.GetAnywhere);
    }

    /// <summary>What tells that somebody has written; null when nobody else can, or it cannot be had.</summary>
    public WalIndex? WalIndex => IsExclusive ? null : WalIndex.Find(_database.Handle);

    /// <summary>Whether no other connection can write.</summary>
    public bool IsExclusive { get; }

    public bool HasMoved => !IsExclusive && NativeSqlite.HasMoved(_database.Handle);

    /// <summary>Finds a row. It must be released before the session is used again.</summary>
    public SqliteRow Find(string key)
    {
        _key.Set(key);
        _snapshot?.Renew();
        if (_rowsAreTheirOwn)
        {
            _getAtRow.Bind(1, _key);
            _getAtRow.Bind(2, _key.Row);
            if (_getAtRow.Step())
                return new SqliteRow(this, _getAtRow, isThere: true);
        }

        _getAnywhere.Bind(1, _key);
        bool isThere = _getAnywhere.Step();

        // Like the row before, so most likely the next: when that one is looked for elsewhere first, the index alone tells that there is none.
        if (isThere)
            _rowsAreTheirOwn = _getAnywhere.Int64(SqliteSchema.RowOfGetAnywhere) == _key.Row;
        return new SqliteRow(this, _getAnywhere, isThere);
    }

    public void Release(SqliteStatement get)
    {
        get.Reset();
        GC.KeepAlive(this);
    }

    public void Put(string key, StoredRecord record)
    {
        _key.Set(key);
        _putAtRow.Bind(6, _key.Row);
        Put(_putAtRow, record);
        if (_database.Changes == 0)
            Put(_putAnywhere, record);
        GC.KeepAlive(this);
    }

    public bool Update(string key, ReadOnlySpan<byte> payload, DateTimeOffset timestamp)
    {
        _key.Set(key);
        _update.Bind(1, _key);
        _update.Bind(3, UnixTime.ToSeconds(timestamp));
        _update.Run(2, payload);
        return HasChanged();
    }

    public bool Remove(string key)
    {
        _key.Set(key);
        _remove.Bind(1, _key);
        _remove.Step();
        return HasChanged();
    }

    /// <summary>Applies changes in one transaction.</summary>
    /// <param name="changes">Keys with their new records; null stands for a removal.</param>
    /// <param name="isAppending">
    /// Whether new records go to the end of the table, where they share pages: each at its own row they change a page apiece, which is then written twice.
    /// </param>
    public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes, bool isAppending)
    {
        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach ((string key, StoredRecord? record) in changes)
            {
                if (record is null)
                    Remove(key);
                else if (isAppending)
                    Append(key, record);
                else
                    Put(key, record);
            }

            _database.Execute("COMMIT");
        }
        finally
        {
            if (_database.InTransaction)
                _database.Execute("ROLLBACK");
        }
    }

    public bool Contains(string key)
    {
        _snapshot?.Renew();
        _key.Set(key);
        _contains.Bind(1, _key);
        bool found = _contains.Step();
        _contains.Reset();
        GC.KeepAlive(this);
        return found;
    }

    public long Count()
    {
        _snapshot?.Renew();
        using SqliteStatement count = _database.Prepare(SqliteSchema.Count);
        count.Step();
        return count.Int64(0);
    }

    public List<string> KeysAfter(string? last, int most) =>
        Page(SqliteSchema.FirstKeys, SqliteSchema.NextKeys, last, most, static row => row.Text(0)!);

    public List<RecordMeasure> MeasuresAfter(string? last, int most) =>
        Page(
            SqliteSchema.FirstMeasures,
            SqliteSchema.NextMeasures,
            last,
            most,
            static row => new RecordMeasure(row.Text(0)!, row.Int64(1), UnixTime.FromSeconds(row.Double(2))));

    public void Clear() => _database.Execute(SqliteSchema.Clear);

    public long RemoveStale(DateTimeOffset now)
    {
        using SqliteStatement delete = _database.Prepare(SqliteSchema.RemoveStale);
        delete.Bind(1, UnixTime.ToSeconds(now));
        delete.Step();
        return _database.Changes;
    }

    /// <summary>Comes before each write. None can be made on a snapshot after which somebody else has written.</summary>
    /// <exception cref="StorageException">There is no room for what is to be written.</exception>
    public void MakeRoom()
    {
        _snapshot?.End();
        _checkpointer?.MakeRoom();
    }

    /// <summary>Comes after each write.</summary>
    public void NoteGrowth() => _checkpointer?.NoteGrowth();

    public void Compact()
    {
        _checkpointer?.Rest();
        _database.Execute("VACUUM");
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        _checkpointer?.Rest();
        _snapshot?.Dispose();
        foreach (SqliteStatement statement in (ReadOnlySpan<SqliteStatement>)[_putAtRow, _putAnywhere, _update, _remove, _contains, _getAtRow, _getAnywhere])
            statement.Dispose();
        _database.Dispose();
    }

    private void Append(string key, StoredRecord record)
    {
        _key.Set(key);
        Put(_putAnywhere, record);
    }

    private bool HasChanged()
    {
        bool changed = _database.Changes > 0;
        GC.KeepAlive(this);
        return changed;
    }

    private void Put(SqliteStatement put, StoredRecord record)
    {
        put.Bind(1, _key);
        put.Bind(2, record.CastName);
        if (record.Expiry == Timeout.InfiniteTimeSpan)
            put.Bind(3, UnixTime.Never);
        else
            put.Bind(3, UnixTime.ToExpirySeconds(record.Expiry));
        put.Bind(4, UnixTime.ToSeconds(record.Timestamp));
        put.Run(5, record.Payload.Span);
    }

    private List<T> Page<T>(string first, string next, string? last, int most, Func<SqliteStatement, T> read)
    {
        _snapshot?.Renew();
        using SqliteStatement select = _database.Prepare(last is null ? first : next);
        if (last is not null)
            select.Bind(1, last);
        select.Bind(2, most);
        var page = new List<T>();
        while (select.Step())
            page.Add(read(select));
        return page;
    }
}
