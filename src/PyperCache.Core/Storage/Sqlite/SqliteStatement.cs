using System.Buffers;
using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace PyperCache.Storage.Sqlite;

/// <summary>A prepared statement that is kept and used again.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytes = 512;

    /// <summary>Binds text. An empty one stays a text: a span without bytes would be bound as NULL.</summary>
    public void Bind(int index, string? text)
    {
        if (text is null)
            database.Check(sqlite3_bind_null(handle, index));
        else if (text.Length == 0)
            database.Check(sqlite3_bind_text(handle, index, text));
        else
            BindUtf8(index, text);
    }

    public void Bind(int index, double number) => database.Check(sqlite3_bind_double(handle, index, number));

    public void Bind(int index, long number) => database.Check(sqlite3_bind_int64(handle, index, number));

    public void Bind(int index, ReadOnlySpan<byte> blob) => database.Check(sqlite3_bind_blob(handle, index, blob));

    /// <summary>Runs to the next row.</summary>
    /// <returns>False when there are no more; the statement can then be bound again.</returns>
    public bool Step()
    {
        int result = sqlite3_step(handle);
        if (result == SQLITE_ROW)
            return true;
        if (result == SQLITE_DONE)
        {
            sqlite3_reset(handle);
            return false;
        }

        StorageException error = database.Error(result);
        sqlite3_reset(handle);
        throw error;
    }

    public void Reset() => sqlite3_reset(handle);

    public string? Text(int column) =>
        sqlite3_column_type(handle, column) == SQLITE_NULL ? null : sqlite3_column_text(handle, column).utf8_to_string();

    public long Int64(int column) => sqlite3_column_int64(handle, column);

    public double Double(int column) => sqlite3_column_double(handle, column);

    public bool IsNumber(int column) => sqlite3_column_type(handle, column) is SQLITE_FLOAT or SQLITE_INTEGER;

    /// <summary>The bytes of a blob or a text; they are SQLite's own and gone at the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => sqlite3_column_blob(handle, column);

    public void Dispose() => sqlite3_finalize(handle);

    private void BindUtf8(int index, string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackBytes];
        int length = Encoding.UTF8.GetBytes(text, buffer);
        database.Check(sqlite3_bind_text(handle, index, buffer[..length]));
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
