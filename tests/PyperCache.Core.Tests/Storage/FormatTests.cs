using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>The bytes that we write, which the Python original reads.</summary>
public sealed class FormatTests : FolderFixture
{
    private static readonly CacheOptions s_options = new() { TimeProvider = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(1_713_000_000.25)) };

    [Test]
    public void A_json_file_has_the_layout_of_the_python_original()
    {
        Fill(Folder.Path("cache.json"));

        Assert.That(File.ReadAllText(Folder.Path("cache.json")), Is.EqualTo(
            """{"user:1": {"cast": null, "expiry": "math.inf", "timestamp": 1713000000.25, "data": {"id": 1}}, "caf\u00e9 \"x\"": {"cast": "app.models.User", "expiry": 60.5, "timestamp": 1713000000.25, "data": [1,2]}}"""));
        Assert.That(Directory.EnumerateFiles(Folder.FullPath).Count(), Is.EqualTo(1), "nothing is left beside the file");
    }

    [Test]
    public void A_db_has_the_schema_and_the_types_of_the_python_original()
    {
        string path = Folder.Path("cache.db");
        Fill(path);
        File.Copy(PythonFiles.PathOf("db/cache.db"), Folder.Path("theirs.db"));

        Assert.That(Rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master"), Is.EqualTo(Rows(Folder.Path("theirs.db"), "SELECT type, name, tbl_name, sql FROM sqlite_master")));
        Assert.That(
            Rows(path, """SELECT key, "cast", expiry, timestamp, data, typeof("cast"), typeof(expiry), typeof(timestamp), typeof(data) FROM cache_records ORDER BY key DESC"""),
            Is.EqualTo(new[]
            {
                """user:1||math.inf|1713000000.25|{"id": 1}|null|text|real|blob""",
                """café "x"|app.models.User|60.5|1713000000.25|[1,2]|text|real|real|blob""",
            }));
        Assert.That(Rows(path, "PRAGMA journal_mode"), Is.EqualTo(new[] { "wal" }));
    }

    [Test]
    public void A_db_row_is_found_wherever_another_program_puts_it()
    {
        string path = Folder.Path("cache.db");
        Fill(path);
        Execute(path, """UPDATE cache_records SET rowid = 1000 - rowid % 7 WHERE key = 'user:1'""");
        Execute(path, """INSERT INTO cache_records SELECT 'theirs', "cast", expiry, timestamp, data FROM cache_records WHERE key = 'user:1'""");
        using var cache = new Cache(path, s_options);

        Assert.That(cache.Get("user:1").Data.GetProperty("id").GetInt32(), Is.EqualTo(1));
        cache.Store("theirs", "2");
        cache.Store("user:1", "3");
        cache.Update("theirs", "4");
        Assert.That(cache.Count, Is.EqualTo(3));
        Assert.That(cache.Get("theirs").Data.GetInt32(), Is.EqualTo(4));
        Assert.That(cache.Get("user:1").Data.GetInt32(), Is.EqualTo(3));
        Assert.That(cache.Remove("theirs"), Is.True);
        Assert.That(cache.Has("theirs"), Is.False);
    }

    [Test]
    public void A_db_key_whose_row_is_taken_by_another_is_put_elsewhere()
    {
        string path = Folder.Path("cache.db");
        Fill(path);
        Execute(path, "UPDATE cache_records SET key = 'squatter' WHERE key = 'user:1'");
        using var cache = new Cache(path, s_options);

        Assert.That(cache.Has("user:1"), Is.False);
        Assert.That(cache.TryGet("user:1", out _), Is.False);
        cache.Store("user:1", "2");
        cache.Store("user:1", "3");
        Assert.That(cache.Get("user:1").Data.GetInt32(), Is.EqualTo(3));
        Assert.That(cache.Get("squatter").Data.GetProperty("id").GetInt32(), Is.EqualTo(1));
        Assert.That(cache.Count, Is.EqualTo(3));
    }

    [Test]
    public void A_db_keeps_answers_of_one_moment_side_by_side()
    {
        const int Answers = 400;
        string path = Folder.Path("cache.db");
        byte[] payload = Encoding.UTF8.GetBytes($"\"{new string('x', 1_000)}\"");
        using var cache = new Cache(path);
        for (int i = 0; i < Answers; i++)
            cache.Store($"promised:{i}", payload);
        cache.StoreSoon("promised:7", "7"u8.ToArray(), doubtful: null, TimeSpan.FromHours(1), DateTimeOffset.UnixEpoch);
        cache.Flush();
        long before = new FileInfo(path + "-wal").Length;
        for (int i = 0; i < Answers; i++)
            cache.StoreSoon($"answer:{i}", payload, payload, TimeSpan.FromHours(1), DateTimeOffset.UnixEpoch);
        cache.Flush();

        Assert.That(new FileInfo(path + "-wal").Length - before, Is.LessThan(3 * Answers * payload.Length), "each answer by itself changes one page or more");
        for (int i = 0; i < Answers; i++)
        {
            Assert.That(cache.Get($"answer:{i}").Payload.Length, Is.EqualTo(payload.Length));
            Assert.That(cache.Get($"promised:{i}").Payload.Length, Is.EqualTo(i == 7 ? 1 : payload.Length));
            Assert.That(cache.TryGet($"never:{i}", out _), Is.False);
        }

        cache.Store("answer:1", "1");
        Assert.That(cache.Remove("answer:2"), Is.True);
        Assert.That((cache.Get("answer:1").Data.GetInt32(), cache.Has("answer:2"), cache.Count), Is.EqualTo((1, false, (2 * Answers) - 1)));
    }

    [Test]
    public void A_manifest_has_the_layout_of_the_python_original()
    {
        Fill(Folder.Path("chunks.manifest"));

        Assert.That(File.ReadAllText(Folder.Path("chunks.manifest")), Is.EqualTo(
            """
            {
              "chunk_size_in_bytes": 15728640,
              "chunks_path": ".",
              "chunks_count": 1,
              "chunks_map": {
                "user:1": "0-chunk.pkl",
                "caf\u00e9 \"x\"": "0-chunk.pkl"
              }
            }
            """.ReplaceLineEndings("\n")));
        Assert.That(Directory.EnumerateFiles(Folder.FullPath).Select(Path.GetFileName), Is.EquivalentTo(new[] { "chunks.manifest", "0-chunk.pkl" }));
    }

    [Test]
    public void A_manifest_spreads_records_over_chunks_and_rewrites_only_what_changed()
    {
        string path = Folder.Path("chunks.manifest");
        File.WriteAllText(path, """{"chunk_size_in_bytes": 4000, "chunks_path": ".", "chunks_count": 0, "chunks_map": {}}""");
        string payload = "\"" + new string('x', 500) + "\"";
        using var cache = new Cache(path, s_options);
        for (int i = 0; i < 40; i++)
            cache.Store($"key {i}", payload);
        cache.Flush();
        string[] chunks = [.. Directory.EnumerateFiles(Folder.FullPath, "*-chunk.pkl").Order(StringComparer.Ordinal)];
        Assert.That(chunks, Has.Length.InRange(4, 8));
        Dictionary<string, DateTime> written = chunks.ToDictionary(chunk => chunk, Backdate);

        cache.Store("key 39", "1");
        cache.Flush();

        Assert.That(chunks.Count(chunk => File.GetLastWriteTimeUtc(chunk) != written[chunk]), Is.InRange(1, 2));
        for (int i = 0; i < 39; i++)
            Assert.That(cache.Get($"key {i}").Data.GetString(), Has.Length.EqualTo(500));
        Assert.That(cache.Get("key 39").Data.GetInt32(), Is.EqualTo(1));

        cache.CompletelyEraseCache();
        Assert.That(Directory.EnumerateFiles(Folder.FullPath, "*-chunk.pkl"), Is.Empty);
    }

    [TestCase("""{"chunks_map": {"k": "../0-chunk.pkl"}}""")]
    [TestCase("""{"chunks_map": {"k": "/etc/passwd"}}""")]
    [TestCase("""{"chunks_map": {"k": "-1-chunk.pkl"}}""")]
    [TestCase("""{"chunks_path": "../elsewhere", "chunks_map": {"k": "0-chunk.pkl"}}""")]
    [TestCase("""{"chunks_path": "/tmp", "chunks_map": {}}""")]
    public void A_manifest_that_leaves_itsFolder_is_refused(string manifest)
    {
        string path = Folder.Path("chunks.manifest");
        File.WriteAllText(path, manifest);

        Assert.That(() => new Cache(path), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
        Assert.That(File.ReadAllText(path), Is.EqualTo(manifest));
    }

    private static List<string> Rows(string path, string sql)
    {
        using SqliteConnection connection = Connect(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string? Text(object value) =>
        value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static void Execute(string path, string sql)
    {
        using SqliteConnection connection = Connect(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static DateTime Backdate(string file)
    {
        var time = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, time);
        return time;
    }

    private static void Fill(string path)
    {
        using var cache = new Cache(path, s_options);
        cache.Store("user:1", """{"id": 1}""");
        cache.Store("café \"x\"", "[1,2]", expiry: TimeSpan.FromSeconds(60.5), castName: "app.models.User");
    }
}
