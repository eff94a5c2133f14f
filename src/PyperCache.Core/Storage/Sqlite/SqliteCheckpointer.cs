using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PyperCache.Storage.Sqlite;

/// <summary>
/// Copies what was written from the WAL into the database in the background, so that nobody who stores a record waits for that.
/// </summary>
/// <remarks>
/// While others go on writing, that never ends: a checkpoint beside them copies what was there when it began, and the WAL begins anew only when
/// nothing is left in it. So the background repeats it for as long as less and less is left. The rest, which is little, is copied by the next
/// write, before it begins the WAL anew. A write that finds the WAL far too long waits for the background.
/// All members but the copying itself are for one thread at a time, the one that has the connection.
/// </remarks>
internal sealed class SqliteCheckpointer
{
    private const int FrameHeader = 24;
    private const int MostBehind = 4;
    private const int PartsBetweenAttempts = 4;
    private const int PartsOfLittle = 32;
    private const double LeastGain = 0.8;

    // For those who read and write at this moment. Who takes longer is not waited for: it is tried again later.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly SqliteDatabase _database;
    private readonly WalIndex _wal;
    private readonly string _path;
    private readonly RecordStoreOptions _options;
    private readonly int _enough;
    private int _next;
    private int _last;
    private Task<bool>? _copying;
    private volatile bool _rests;

    /// <summary>Takes over from SQLite, which makes checkpoints while somebody waits for a write.</summary>
    /// <param name="database">The connection that writes.</param>
    /// <param name="wal">What tells how long the WAL is.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How much is to gather, and who is told of failures.</param>
    public SqliteCheckpointer(SqliteDatabase database, WalIndex wal, string path, RecordStoreOptions options)
    {
        _database = database;
        _wal = wal;
        _path = path;
        _options = options;
        _enough = (int)Math.Clamp(options.Sqlite.CheckpointBytes / (database.PageSize + FrameHeader), PartsOfLittle, int.MaxValue / (MostBehind + 1));
        _next = _enough;
        database.Execute("PRAGMA wal_autocheckpoint = 0");
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {MostBehind * options.Sqlite.CheckpointBytes}"));
    }

    /// <summary>Comes after each write: begins to copy when enough has gathered.</summary>
    public void NoteGrowth()
    {
        int frames = _wal.Frames;
        if (frames < _last)
            _next = _enough;
        _last = frames;
        if (frames >= _next && _copying is null)
            _copying = Task.Run(TryCopy);
    }

    /// <summary>Comes before each write: begins the WAL anew when what it holds was copied.</summary>
    /// <exception cref="StorageException">The WAL is far too long, and cannot be copied.</exception>
    public void MakeRoom()
    {
        if (_copying is not { } copying)
            return;
        bool isTooLong = _wal.Frames >= MostBehind * _enough;
        if (!isTooLong && !copying.IsCompleted)
            return;

        // When this throws, the next write comes here again.
        if (copying.GetAwaiter().GetResult() || isTooLong)
            Restart(isTooLong);
        _next = _wal.Frames + (_enough / PartsBetweenAttempts);
        _copying = null;
    }

    /// <summary>Waits for the background to end, which then leaves the rest to whoever asks for this.</summary>
    public void Rest()
    {
        _rests = true;
        _copying?.Wait();
        _rests = false;
    }

    private void Restart(bool isTooLong)
    {
        try
        {
            _database.RestartWal(s_patience);
        }
        catch (StorageException e) when (!isTooLong)
        {
            _options.Logger.CheckpointFailed(_path, e);
        }
    }

    /// <summary>Copies with a connection of its own, which is there for no longer.</summary>
    /// <returns>False when somebody else is at it, or it cannot be done.</returns>
    private bool TryCopy()
    {
        try
        {
            using SqliteDatabase database = SqliteOpening.OpenToCheckpoint(_path, _options.Sqlite);
            return TryCopy(database);
        }
        catch (Exception e)
        {
            // Whatever it is: nobody waits for this, and a write that finds the WAL too long meets with it again.
            _options.Logger.CheckpointFailed(_path, e);
            return false;
        }
    }

    private bool TryCopy(SqliteDatabase database)
    {
        long before;
        long left = long.MaxValue;
        do
        {
            before = left;
            if (!database.TryCheckpoint(out int copied))
                return false;
            left = _wal.Frames - copied;
        }
        while (!_rests && left > _enough / PartsOfLittle && left < LeastGain * before);
        return true;
    }
}
