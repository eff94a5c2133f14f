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

    /// <summary>Finds a record at its own row.</summary>
    public const string GetAtRow = """SELECT data, timestamp, expiry, "cast" FROM cache_records WHERE rowid = ?2 AND key = ?1""";

    /// <summary>Finds a record wherever it is, and says where.</summary>
    public const string GetAnywhere = """SELECT data, timestamp, expiry, "cast", rowid FROM cache_records WHERE key = ?1""";

    /// <summary>The column of <see cref="GetAnywhere"/> that says where the record is.</summary>
    public const int RowOfGetAnywhere = 4;

    /// <summary>Changes nothing when another key is at the row of this one, which is then to be put anywhere.</summary>
    public const string PutAtRow =
        """
        INSERT INTO cache_records (rowid, key, "cast", expiry, timestamp, data) VALUES (?6, ?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (rowid) DO UPDATE SET "cast" = ?2, expiry = ?3, timestamp = ?4, data = ?5 WHERE key = ?1
        ON CONFLICT (key) DO UPDATE SET "cast" = ?2, expiry = ?3, timestamp = ?4, data = ?5
        """;

    public const string PutAnywhere =
        """
        INSERT INTO cache_records (key, "cast", expiry, timestamp, data) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (key) DO UPDATE SET "cast" = ?2, expiry = ?3, timestamp = ?4, data = ?5
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
