namespace PyperCache.Storage.Sqlite;

/// <summary>
/// A second connection, for those who read while the first one is in use: in WAL mode a reader waits for no writer, and sees all that was
/// committed when it begins. It is opened when it is first needed.
/// </summary>
internal sealed class SqliteReader(string path, SqliteStoreOptions options) : IDisposable
{
    // Taken alone or before the lock of the store, never after it: whoever reads may come back with a write.
    private readonly Lock _gate = new();
    private SqliteSession? _session;
    private bool _isOutdated;
    private bool _isClosed = options.Exclusive;

    /// <summary>Waits for the connection.</summary>
    /// <returns>False when there is none to be had: the file is for one connection alone, the store is closed, or opening failed.</returns>
    public bool TryTurn(out SqliteTurn turn)
    {
        turn = default;
        _gate.Enter();
        if (TryOpen() is { } session)
        {
            turn = new SqliteTurn(_gate, session);
            return true;
        }

        _gate.Exit();
        return false;
    }

    /// <summary>The file at the path is another one now.</summary>
    public void Reopen() => Volatile.Write(ref _isOutdated, true);

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Close();
        }
    }

    private SqliteSession? TryOpen()
    {
        if (_isClosed)
            return null;
        if (Interlocked.Exchange(ref _isOutdated, false))
            Close();
        try
        {
            return _session ??= SqliteOpening.OpenToRead(path, options);
        }
        catch (StorageException)
        {
            // The first connection serves everybody then, one after the other, and says what is wrong if something is.
            return null;
        }
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
    }
}
