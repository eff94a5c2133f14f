namespace PyperCache.Storage.Sqlite;

/// <summary>
/// A read transaction that stays open from one look-up to the next for as long as nobody writes: to begin and end one takes system calls and
/// half the time of a look-up. Whoever uses it holds the lock of the connection.
/// </summary>
/// <remarks>
/// Who reads a part of the WAL keeps all processes from beginning it anew. So nothing stays open past any commit or any page written back, on a
/// long WAL that is to be written back yet, or when nobody looks anything up.
/// </remarks>
internal sealed class SqliteSnapshot : IDisposable
{
    private static readonly TimeSpan s_idleTime = TimeSpan.FromMilliseconds(100);

    private readonly SqliteDatabase _database;
    private readonly WalIndex _walIndex;
    private readonly Lock _gate;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _end;
    private readonly ITimer _timer;
    private readonly long _longWal;
    private WalMark _mark;
    private bool _isOpen;
    private bool _isUsed;
    private bool _isTimed;
    private bool _isDisposed;

    /// <summary>Prepares for transactions.</summary>
    /// <param name="database">The connection, which has read from its database.</param>
    /// <param name="walIndex">What tells of commits.</param>
    /// <param name="gate">The lock of the connection.</param>
    /// <param name="options">When a WAL is long enough to be written back, and the clock that tells when nobody looks anything up any more.</param>
    public SqliteSnapshot(SqliteDatabase database, WalIndex walIndex, Lock gate, RecordStoreOptions options)
    {
        _database = database;
        _walIndex = walIndex;
        _gate = gate;
        _longWal = options.Sqlite.CheckpointBytes;
        _begin = database.Prepare("BEGIN");
        _end = database.Prepare("COMMIT");
        _timer = options.TimeProvider.CreateTimer(static self => ((SqliteSnapshot)self!).EndWhenIdle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called before each look-up, which then finds all that was committed before.</summary>
    /// <remarks>
    /// The mark is read before the transaction begins: what is committed in between is in the snapshot or not, and ends it at the next look-up.
    /// The first look-up after a commit has a transaction of its own, because where one is written another often follows.
    /// </remarks>
    public void Renew()
    {
        WalMark mark = _walIndex.ReadMark();
        if (mark != _mark)
        {
            End();
            _mark = mark;
            return;
        }

        _isUsed = true;
        if (!_isOpen && (mark.IsWrittenBack || mark.Bytes < _longWal))
            Begin();
    }

    /// <summary>Called before each write: one cannot be made on a snapshot after which somebody else has written.</summary>
    public void End()
    {
        if (!_isOpen)
            return;

        // An error may have ended it before.
        if (_database.InTransaction)
            _end.Step();
        _isOpen = false;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
        _begin.Dispose();
        _end.Dispose();
    }

    private void Begin()
    {
        _begin.Step();
        _isOpen = true;
        if (!_isTimed)
            LookAgainLater();
    }

    private void LookAgainLater()
    {
        _isUsed = false;
        _isTimed = true;
        _timer.Change(s_idleTime, Timeout.InfiniteTimeSpan);
    }

    private void EndWhenIdle()
    {
        if (!_gate.TryEnter())
        {
            // Somebody is using it.
            _timer.Change(s_idleTime, Timeout.InfiniteTimeSpan);
            return;
        }

        try
        {
            _isTimed = false;
            if (_isUsed && _isOpen && !_isDisposed)
                LookAgainLater();
            else if (!_isDisposed)
                End();
        }
        catch (StorageException)
        {
            // Nobody is here to be told. It is still open, and whoever uses the connection next tries again.
        }
        finally
        {
            _gate.Exit();
        }
    }
}
