using Microsoft.Extensions.Logging.Abstractions;
using PyperCache.Storage;
using PyperCache.Storage.Sqlite;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Who reads from a <c>.db</c> file waits for nobody else who is at work with it.</summary>
public sealed class ConcurrentReadTests : CacheFileFixture
{
    private static readonly RecordStoreOptions s_options = new() { Logger = NullLogger.Instance };

    [Test]
    public void Reads_what_was_committed_while_another_thread_has_the_connection()
    {
        using var store = new SqliteStore(FilePath, s_options);
        store.Put("a", Record("1"u8));
        Assert.That(WhileInUse(store, () => Read(store, "a")), Is.EqualTo("1"));
        store.Put("a", Record("2"u8));
        store.Put("b", Record("3"u8));
        Assert.That(WhileInUse(store, () => Read(store, "a") + Read(store, "b") + store.Contains("c")), Is.EqualTo("23False"));
    }

    [Test]
    public void Reads_from_the_new_file_when_the_old_one_was_deleted()
    {
        using var store = new SqliteStore(FilePath, s_options);
        store.Put("a", Record("1"u8));
        Assert.That(WhileInUse(store, () => Read(store, "a")), Is.EqualTo("1"));
        foreach (string file in Directory.GetFiles(Folder.FullPath))
            File.Delete(file);
        store.Put("a", Record("2"u8));
        Assert.That(WhileInUse(store, () => Read(store, "a")), Is.EqualTo("2"));
    }

    [Test]
    public void Closing_closes_what_others_read_through()
    {
        var store = new SqliteStore(FilePath, s_options);
        store.Put("a", Record("1"u8));
        WhileInUse(store, () => Read(store, "a"));
        store.Dispose();
        Assert.That(() => Read(store, "a"), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(Directory.GetFiles(Folder.FullPath), Is.EqualTo(new[] { FilePath }), "SQLite removes its own files when the last connection is closed");
    }

    /// <summary>Does something on this thread while another one looks at a record.</summary>
    private static string WhileInUse(SqliteStore store, Func<string> action)
    {
        using var looks = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        Task other = Task.Run(() => store.TryRead("a", new Looker(_ =>
        {
            looks.Set();
            mayGoOn.Wait();
        })));
        looks.Wait();
        try
        {
            return action();
        }
        finally
        {
            mayGoOn.Set();
            other.Wait();
        }
    }

    private static string Read(SqliteStore store, string key)
    {
        string found = "nothing";
        store.TryRead(key, new Looker(payload => found = payload));
        return found;
    }

    private static StoredRecord Record(ReadOnlySpan<byte> payload) => new(payload.ToArray(), DateTimeOffset.UnixEpoch, Timeout.InfiniteTimeSpan, CastName: null);

    private sealed class Looker(Action<string> look) : PayloadVisitor
    {
        public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times) => look(System.Text.Encoding.UTF8.GetString(payload));
    }
}
