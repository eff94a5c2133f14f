using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace PyperCache.Storage.Sqlite;

/// <summary>Waits for a lock that another connection has, of this process or another.</summary>
/// <remarks>
/// It looks again each millisecond. SQLite's own handler looks again after 1, 2, 5 and at last 100 ms: where another process writes without a pause,
/// which leaves the file free for moments only, it misses them for seconds.
/// </remarks>
internal static unsafe class BusyHandler
{
    private const int Yields = 20;
    private const int ManyTries = 1_000;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longPause = TimeSpan.FromMilliseconds(10);

    [ThreadStatic]
    private static long t_since;

    /// <summary>Makes a connection wait for so long before a call of it fails with <c>SQLITE_BUSY</c>.</summary>
    public static void Set(sqlite3 connection, TimeSpan patience)
    {
        nint milliseconds = (nint)Math.Clamp(patience.TotalMilliseconds, 0, int.MaxValue);
        _ = NativeSqlite.BusyHandler(connection.DangerousGetHandle(), &Wait, milliseconds);
        GC.KeepAlive(connection);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Wait(nint milliseconds, int tries)
    {
        // Another process does not know the clock of this one's options.
        long now = Environment.TickCount64;
        if (tries == 0)
            t_since = now;
        if (now - t_since >= milliseconds)
            return 0;
        if (tries < Yields)
            Thread.Yield();
        else
            Thread.Sleep(tries < ManyTries ? s_pause : s_longPause);
        return 1;
    }
}
