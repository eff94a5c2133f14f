using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace PyperCache.Storage.Sqlite;

/// <summary>A prepared statement that is kept and used again.</summary>
internal sealed unsafe class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private readonly nint _statement = handle.DangerousGetHandle();

    /// <summary>Binds text, which is copied.</summary>
    public void Bind(int index, string? text)
    {
        if (text is null)
            database.Check(NativeSqlite.BindNull(_statement, index));
        else
            database.Check(sqlite3_bind_text(handle, index, text));
    }

    public void Bind(int index, double number) => database.Check(NativeSqlite.BindDouble(_statement, index, number));

    public void Bind(int index, long number) => database.Check(NativeSqlite.BindInt64(_statement, index, number));

    /// <summary>Binds the text of a key, which the key keeps in its place.</summary>
    public void Bind(int index, SqliteKey key) => database.Check(NativeSqlite.BindText(_statement, index, key.Text, key.Length));

    /// <summary>Runs a statement that gives no rows, with bytes that are read where they lie. They are to be bound anew before it runs again.</summary>
    /// <param name="index">The parameter that stands for the bytes.</param>
    /// <param name="blob">The bytes.</param>
    public void Run(int index, ReadOnlySpan<byte> blob)
    {
        fixed (byte* bytes = blob)
        {
            database.Check(NativeSqlite.BindBlob(_statement, index, bytes, blob.Length));
            Step();
        }
    }

    /// <summary>Runs to the next row.</summary>
    /// <returns>False when there are no more; the statement can then be bound again.</returns>
    public bool Step()
    {
        int result = NativeSqlite.Step(_statement);
        if (result == SQLITE_ROW)
            return true;
        if (result == SQLITE_DONE)
        {
            Reset();
            return false;
        }

        StorageException error = database.Error(result);
        Reset();
        throw error;
    }

    /// <summary>Ends a run. What it returns is the error of that run once more.</summary>
    public void Reset() => _ = NativeSqlite.Reset(_statement);

    public string? Text(int column) =>
        NativeSqlite.ColumnType(_statement, column) == SQLITE_NULL ? null : Encoding.UTF8.GetString(Blob(column));

    public long Int64(int column) => NativeSqlite.ColumnInt64(_statement, column);

    public double Double(int column) => NativeSqlite.ColumnDouble(_statement, column);

    public bool IsNumber(int column) => NativeSqlite.ColumnType(_statement, column) is SQLITE_FLOAT or SQLITE_INTEGER;

    /// <summary>The bytes of a blob or a text; they are SQLite's own and gone at the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column)
    {
        byte* bytes = NativeSqlite.ColumnBlob(_statement, column);
        return new ReadOnlySpan<byte>(bytes, NativeSqlite.ColumnBytes(_statement, column));
    }

    public void Dispose() => handle.Dispose();
}
