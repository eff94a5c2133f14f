namespace PyperCache.Storage.Sqlite;

/// <summary>The version of a database, which may be asked for while another thread works with the connection.</summary>
internal sealed class SqliteVersion
{
    // Nothing waits while this is held: the mark lies in the memory of a connection, which must not be closed meanwhile.
    private readonly Lock _gate = new();
    private WalIndex? _shared;
    private bool _isExclusive;
    private ulong _ownWrites;

    /// <summary>Tells the version.</summary>
    /// <returns>False when no connection is open, or it does not tell.</returns>
    public bool TryRead(out StoreVersion version)
    {
        lock (_gate)
        {
            version = _shared?.Read() ?? StoreVersion.Of(_ownWrites);
            return _shared is not null || _isExclusive;
        }
    }

    /// <summary>Counts a write of this connection, before it is made and while no other call can read. Where files are shared, SQLite itself counts.</summary>
    public void NoteOwnWrite()
    {
        lock (_gate)
            _ownWrites++;
    }

    public void Follow(SqliteSession session)
    {
        lock (_gate)
        {
            _shared = session.WalIndex;
            _isExclusive = session.IsExclusive;
        }
    }

    public void Unfollow()
    {
        lock (_gate)
            (_shared, _isExclusive) = (null, false);
    }
}
