using System.Text.Json;
using Microsoft.Data.Sqlite;
using PyperCache.Benchmarks.Hydrate.Stj;

namespace PyperCache.Benchmarks.Cache;

/// <summary>The base: the same table through Microsoft.Data.Sqlite with statements prepared once, WAL, synchronous NORMAL.</summary>
internal sealed class PreparedAdo : IContestant
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _get;

    public PreparedAdo(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        Execute("""CREATE TABLE IF NOT EXISTS cache_records (key TEXT PRIMARY KEY, "cast" TEXT, expiry REAL, timestamp REAL, data BLOB)""");
        _put = Command(
            """
            INSERT INTO cache_records (key, "cast", expiry, timestamp, data) VALUES ($key, $cast, $expiry, $timestamp, $data)
            ON CONFLICT (key) DO UPDATE SET "cast" = excluded."cast", expiry = excluded.expiry, timestamp = excluded.timestamp, data = excluded.data
            """,
            "$key", "$cast", "$expiry", "$timestamp", "$data");
        _get = Command("""SELECT data, timestamp, expiry, "cast" FROM cache_records WHERE key = $key""", "$key");
    }

    public string Name => "Microsoft.Data.Sqlite, prepared";

    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets => [(Name + " + STJ", GetTyped)];

    public void Store(string key, byte[] payload)
    {
        _put.Parameters[0].Value = key;
        _put.Parameters[1].Value = DBNull.Value;
        _put.Parameters[2].Value = "math.inf";
        _put.Parameters[3].Value = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds;
        _put.Parameters[4].Value = payload;
        _put.ExecuteNonQuery();
    }

    public object Get(string key)
    {
        _get.Parameters[0].Value = key;
        using SqliteDataReader reader = _get.ExecuteReader();
        reader.Read();
        return (reader.GetFieldValue<byte[]>(0), reader.GetDouble(1), reader.GetString(2), reader.IsDBNull(3));
    }

    public void Fill(Workload workload)
    {
        Execute("BEGIN");
        for (int i = 0; i < workload.Keys.Length; i++)
            Store(workload.Keys[i], workload.Payload(i));
        Execute("COMMIT");
    }

    public void Dispose()
    {
        _put.Dispose();
        _get.Dispose();
        _connection.Dispose();
    }

    private List<CommentDto>? GetTyped(string key)
    {
        _get.Parameters[0].Value = key;
        using SqliteDataReader reader = _get.ExecuteReader();
        reader.Read();
        return JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), CamelContext.Default.ListCommentDto);
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in parameters)
            command.Parameters.Add(new SqliteParameter(name, null));
        command.Prepare();
        return command;
    }
}
