namespace PyperCache.Storage.Sqlite;

/// <summary>All SQL of the store. Table and columns are those of PyperCache for Python.</summary>
internal static class SqliteSchema
{
    public const string CreateRecords =
        """
        CREATE TABLE IF NOT EXISTS cache_records (
                key        TEXT PRIMARY KEY,
                "cast"     TEXT,
                expiry     REAL,
                timestamp  REAL,
                data       BLOB
            )
        """;

    public const string Get = """SELECT data, timestamp, expiry, "cast" FROM cache_records WHERE key = ?1""";

    public const string Put =
        """
        INSERT INTO cache_records (key, "cast", expiry, timestamp, data) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (key) DO UPDATE SET "cast" = excluded."cast", expiry = excluded.expiry, timestamp = excluded.timestamp, data = excluded.data
        """;

    public const string Update = "UPDATE cache_records SET data = ?2, timestamp = ?3 WHERE key = ?1";

    public const string Remove = "DELETE FROM cache_records WHERE key = ?1";

    public const string Contains = "SELECT 1 FROM cache_records WHERE key = ?1";

    public const string Count = "SELECT count(*) FROM cache_records";

    public const string FirstKeys = "SELECT key FROM cache_records WHERE key IS NOT NULL ORDER BY key LIMIT ?2";

    public const string NextKeys = "SELECT key FROM cache_records WHERE key > ?1 ORDER BY key LIMIT ?2";

    public const string FirstMeasures = "SELECT key, length(data), timestamp FROM cache_records WHERE key IS NOT NULL ORDER BY key LIMIT ?2";

    public const string NextMeasures = "SELECT key, length(data), timestamp FROM cache_records WHERE key > ?1 ORDER BY key LIMIT ?2";

    public const string Clear = "DELETE FROM cache_records";

    public const string RemoveStale =
        "DELETE FROM cache_records WHERE typeof(expiry) IN ('real', 'integer') AND (expiry <= 0 OR ?1 - timestamp > expiry)";
}
