using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Storage.Sqlite;

/// <summary>
/// The header that all processes which share a database in WAL mode keep in shared memory. Every transaction, of whichever process, replaces it
/// before it is over: a count, the length of the WAL, salts and checksums. So looking at it tells in nanoseconds whether anything was written.
/// </summary>
/// <remarks>
/// It is reached through the connection's own file methods, which are part of SQLite's interface: opening the file beside the database would
/// drop SQLite's locks on it when it is closed. The memory stays where it is as long as the connection is open.
/// </remarks>
internal sealed unsafe class WalIndex
{
    private const int FileControlFilePointer = 7;
    private const int MethodsVersionWithSharedMemory = 2;
    private const int SharedMemoryMapMethod = 12;
    private const int PageSize = 32_768;

    // Behind the version: count of changes, page size, length of the WAL, of the database, checksum of the frames, salts.
    private const int FirstOfMark = 8;
    private const int FrameCount = 16;

    // Behind both copies of the header: how many frames were written back.
    private const int WrittenBack = 96;

    private readonly SQLitePCL.sqlite3 _connection;
    private readonly byte* _header;

    private WalIndex(SQLitePCL.sqlite3 connection, byte* header)
    {
        _connection = connection;
        _header = header;
    }

    /// <summary>How many frames, each of which is a page, the WAL has. It keeps them when they are in the database too, until the next write begins it anew.</summary>
    public int Frames
    {
        get
        {
            int frames = Volatile.Read(ref *(int*)(_header + FrameCount));
            GC.KeepAlive(_connection);
            return frames;
        }
    }

    /// <summary>Finds the header of a connection that has read from its database in WAL mode.</summary>
    /// <returns>Null where there is none: a connection that has the file to itself keeps it elsewhere.</returns>
    public static WalIndex? Find(SQLitePCL.sqlite3 connection)
    {
        nint* file = null;
        int result = NativeSqlite.FileControl(connection.DangerousGetHandle(), 0, FileControlFilePointer, &file);
        if (result != SQLitePCL.raw.SQLITE_OK || file is null || *file == 0 || Marshal.ReadInt32(*file) < MethodsVersionWithSharedMemory)
            return null;
        var map = (delegate* unmanaged<nint*, int, int, int, byte**, int>)((nint*)*file)[1 + SharedMemoryMapMethod];
        byte* header = null;
        result = map is null ? SQLitePCL.raw.SQLITE_ERROR : map(file, 0, PageSize, 0, &header);
        return result == SQLitePCL.raw.SQLITE_OK && header is not null ? new WalIndex(connection, header) : null;
    }

    /// <summary>What the header says now. Torn by a transaction that is just ending it equals neither what was nor what will be.</summary>
    public StoreVersion Read()
    {
        var version = new StoreVersion(Vector256.Load((ulong*)(_header + FirstOfMark)));
        GC.KeepAlive(_connection);
        return version;
    }

    /// <summary>What the header and the state of checkpoints say now.</summary>
    public WalMark ReadMark()
    {
        uint writtenBack = Volatile.Read(ref *(uint*)(_header + WrittenBack));
        return new WalMark(Read(), writtenBack);
    }
}
