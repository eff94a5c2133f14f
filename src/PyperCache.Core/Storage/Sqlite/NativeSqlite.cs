using System.Runtime.InteropServices;

namespace PyperCache.Storage.Sqlite;

/// <summary>The few functions of the SQLite library that SQLitePCLRaw does not offer.</summary>
internal static partial class NativeSqlite
{
    private const int FileControlHasMoved = 20;

    /// <summary>Whether the file behind a connection has been deleted, moved or replaced by another since it was opened.</summary>
    public static bool HasMoved(SQLitePCL.sqlite3 connection)
    {
        int moved = 0;
        int result = FileControl(connection.DangerousGetHandle(), 0, FileControlHasMoved, ref moved);
        return result == SQLitePCL.raw.SQLITE_OK && moved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int FileControl(nint connection, nint databaseName, int operation, ref int argument);
}
