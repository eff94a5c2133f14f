using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PyperCache.Storage.Eviction;

namespace PyperCache.Storage.Sqlite;

/// <summary>The <c>.db</c> store: SQLite in WAL mode, shared safely between processes.</summary>
/// <remarks>
/// A lock guards the connection; who only reads while somebody else has it reads through a second one. Statements are prepared once. Nothing is
/// read into memory when the file is opened.
/// </remarks>
internal sealed class SqliteStore
    : IRecordStore, IUpdatingStore, IBatchStore, IAppendingStore, IPurgingStore, ICompactingStore, IPayloadLender, ICopyingStore, IMeasuringStore, IVersionedStore
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly RecordStoreOptions _options;
    private readonly SqliteVersion _version = new();
    private readonly SqliteReader _reader;
    private SqliteSession? _session;

    /// <summary>Opens the file, creating it when there is none.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public SqliteStore(string path, RecordStoreOptions options)
    {
        _path = Path.GetFullPath(path);
        _options = options;
        _session = OpenSession();
        _reader = new SqliteReader(_path, options.Sqlite);
        Keys = new SqliteKeys(this);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Keys { get; }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_gate)
                return Session.Count();
        }
    }

    private SqliteSession Session => _session ?? throw new ObjectDisposedException(nameof(SqliteStore));

    /// <inheritdoc/>
    public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record)
    {
        using SqliteTurn turn = TurnToRead();
        using SqliteRow row = Find(turn.Session, key);
        record = row.IsThere && IsReadable(key, row) ? row.ToRecord() : null;
        return record is not null;
    }

    /// <inheritdoc/>
    public bool TryRead(string key, PayloadVisitor reader)
    {
        using SqliteTurn turn = TurnToRead();
        using SqliteRow row = Find(turn.Session, key);
        if (!row.IsThere || !IsReadable(key, row))
            return false;
        reader.Visit(row.Payload, row.Times);
        return true;
    }

    /// <inheritdoc/>
    public bool TryUse(string key, out StoreVersion version) => _version.TryRead(out version);

    /// <inheritdoc/>
    public void Put(string key, StoredRecord record)
    {
        using SqliteTurn turn = TurnToWrite();
        turn.Session.Put(Checked(key), record);
    }

    /// <inheritdoc/>
    public bool TryUpdate(string key, ReadOnlyMemory<byte> payload, DateTimeOffset timestamp)
    {
        using SqliteTurn turn = TurnToWrite();
        return turn.Session.Update(Checked(key), payload.Span, timestamp);
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes) => Apply(changes, isAppending: false);

    /// <inheritdoc/>
    public void Append(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes) => Apply(changes, isAppending: true);

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        using SqliteTurn turn = TurnToWrite();
        return turn.Session.Remove(Checked(key));
    }

    /// <inheritdoc/>
    public bool Contains(string key)
    {
        using SqliteTurn turn = TurnToRead();
        return turn.Session.Contains(Checked(key));
    }

    /// <inheritdoc/>
    public void Clear()
    {
        using SqliteTurn turn = TurnToWrite();
        turn.Session.Clear();
    }

    /// <inheritdoc/>
    public long RemoveStale(DateTimeOffset now)
    {
        using SqliteTurn turn = TurnToWrite();
        return turn.Session.RemoveStale(now);
    }

    /// <inheritdoc/>
    public void Compact()
    {
        using SqliteTurn turn = TurnToWrite();
        turn.Session.Compact();
    }

    /// <inheritdoc/>
    public IEnumerable<RecordMeasure> Measure()
    {
        const int PageSize = 500;
        string? last = null;
        List<RecordMeasure> page;
        do
        {
            lock (_gate)
                page = Session.MeasuresAfter(last, PageSize);
            foreach (RecordMeasure record in page)
            {
                yield return record;
                last = record.Key;
            }
        }
        while (page.Count == PageSize);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            CloseSession();
        _reader.Dispose();
    }

    internal List<string> KeysAfter(string? last, int most)
    {
        lock (_gate)
            return Session.KeysAfter(last, most);
    }

    private void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes, bool isAppending)
    {
        foreach (KeyValuePair<string, StoredRecord?> change in changes)
            Checked(change.Key);
        using SqliteTurn turn = TurnToWrite();
        turn.Session.Apply(changes, isAppending);
    }

    /// <summary>Waits for a connection to read with: this store's own, or the second one while somebody else has that.</summary>
    private SqliteTurn TurnToRead()
    {
        if (!_gate.TryEnter())
        {
            if (_reader.TryTurn(out SqliteTurn turn))
                return turn;
            _gate.Enter();
        }

        if (_session is { } session)
            return new SqliteTurn(_gate, session);
        _gate.Exit();
        throw new ObjectDisposedException(nameof(SqliteStore));
    }

    /// <summary>Waits for this store's own connection, on a file that is still there and has room.</summary>
    private SqliteTurn TurnToWrite()
    {
        _gate.Enter();
        try
        {
            SqliteSession session = ForWriting();
            session.MakeRoom();
            return new SqliteTurn(_gate, session, writes: true);
        }
        catch
        {
            _gate.Exit();
            throw;
        }
    }

    private static string Checked(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return KeyText.EnsureWellFormed(key);
    }

    /// <summary>Looks a row up; one in a damaged part of the file counts as missing.</summary>
    private SqliteRow Find(SqliteSession session, string key)
    {
        Checked(key);
        try
        {
            return session.Find(key);
        }
        catch (SqliteStorageException e) when (SqliteErrors.IsUnreadable(e.Code))
        {
            _options.Logger.RecordUnreadable(key, _path, e.Message);
            return default;
        }
    }

    private bool IsReadable(string key, in SqliteRow row)
    {
        if (row.WhyUnreadable() is not { } reason)
            return true;
        _options.Logger.RecordUnreadable(key, _path, reason);
        return false;
    }

    /// <summary>The session, on a file that is still where it was: writes to a deleted file would be lost with it.</summary>
    private SqliteSession ForWriting()
    {
        _version.NoteOwnWrite();
        if (!Session.HasMoved)
            return Session;
        CloseSession();
        _reader.Reopen();
        _options.Logger.FileVanished(_path);
        return _session = OpenSession();
    }

    private SqliteSession OpenSession()
    {
        SqliteSession session = SqliteOpening.Open(_path, _options, _gate);
        _version.Follow(session);
        return session;
    }

    private void CloseSession()
    {
        _version.Unfollow();
        _session?.Dispose();
        _session = null;
    }
}
