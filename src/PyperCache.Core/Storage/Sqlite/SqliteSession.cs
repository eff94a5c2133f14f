using PyperCache.Storage.Eviction;

namespace PyperCache.Storage.Sqlite;

/// <summary>An open connection with its prepared statements. Its caller lets in one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly bool _exclusive;
    private readonly SqliteStatement _put;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _remove;
    private readonly SqliteStatement _contains;
    private readonly SqliteStatement _get;
    private bool _getInUse;

    public SqliteSession(SqliteDatabase database, bool exclusive)
    {
        _database = database;
        _exclusive = exclusive;
        _put = database.Prepare(SqliteSchema.Put);
        _update = database.Prepare(SqliteSchema.Update);
        _remove = database.Prepare(SqliteSchema.Remove);
        _contains = database.Prepare(SqliteSchema.Contains);
        _get = database.Prepare(SqliteSchema.Get);
    }

    public bool HasMoved => !_exclusive && NativeSqlite.HasMoved(_database.Handle);

    /// <summary>Finds a row. A reader that looks at the row may come back with another look-up, so each has a statement of its own.</summary>
    public SqliteRow Find(string key)
    {
        bool nested = _getInUse;
        SqliteStatement get = nested ? _database.Prepare(SqliteSchema.Get) : _get;
        try
        {
            get.Bind(1, key);
            bool found = get.Step();
            _getInUse = nested || found;
            return new SqliteRow(this, get, found, nested);
        }
        catch when (nested)
        {
            get.Dispose();
            throw;
        }
    }

    public void Release(SqliteStatement get, bool nested)
    {
        if (nested)
        {
            get.Dispose();
            return;
        }

        get.Reset();
        _getInUse = false;
    }

    public void Put(string key, StoredRecord record)
    {
        _put.Bind(1, key);
        _put.Bind(2, record.CastName);
        if (record.Expiry == Timeout.InfiniteTimeSpan)
            _put.Bind(3, UnixTime.Never);
        else
            _put.Bind(3, UnixTime.ToExpirySeconds(record.Expiry));
        _put.Bind(4, UnixTime.ToSeconds(record.Timestamp));
        _put.Bind(5, record.Payload.Span);
        _put.Step();
    }

    public bool Update(string key, ReadOnlySpan<byte> payload, DateTimeOffset timestamp)
    {
        _update.Bind(1, key);
        _update.Bind(2, payload);
        _update.Bind(3, UnixTime.ToSeconds(timestamp));
        _update.Step();
        return _database.Changes > 0;
    }

    public bool Remove(string key)
    {
        _remove.Bind(1, key);
        _remove.Step();
        return _database.Changes > 0;
    }

    public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
    {
        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach ((string key, StoredRecord? record) in changes)
            {
                if (record is null)
                    Remove(key);
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
        _contains.Bind(1, key);
        bool found = _contains.Step();
        _contains.Reset();
        return found;
    }

    public long Count()
    {
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

    public void Compact()
    {
        _database.Execute("VACUUM");
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in (ReadOnlySpan<SqliteStatement>)[_put, _update, _remove, _contains, _get])
            statement.Dispose();
        _database.Dispose();
    }

    private List<T> Page<T>(string first, string next, string? last, int most, Func<SqliteStatement, T> read)
    {
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
