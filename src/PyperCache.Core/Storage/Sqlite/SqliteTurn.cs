namespace PyperCache.Storage.Sqlite;

/// <summary>A connection, while nobody else may use it.</summary>
internal readonly ref struct SqliteTurn(Lock gate, SqliteSession session, bool writes = false)
{
    public SqliteSession Session => session;

    /// <summary>Lets the next one in.</summary>
    public void Dispose()
    {
        if (writes)
            session.NoteGrowth();
        gate.Exit();
    }
}
