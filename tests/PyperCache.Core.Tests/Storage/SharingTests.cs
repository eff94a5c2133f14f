using System.Globalization;
using Microsoft.Data.Sqlite;
using PyperCache.Logging;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Several processes at once. PYPERCACHE_SHARE_ROUNDS sets how often each writes; 15,000 take a minute or so.</summary>
public sealed class SharingTests : FolderFixture
{
    private const int Processes = 4;
    private const int Threads = 2;
    private const int RoundsInCi = 400;

    private static readonly int s_rounds =
        int.TryParse(Environment.GetEnvironmentVariable("PYPERCACHE_SHARE_ROUNDS"), CultureInfo.InvariantCulture, out int rounds) ? rounds : RoundsInCi;


    [Test]
    public async Task Processes_that_share_a_db_lose_nothing_and_see_each_other()
    {
        string path = Folder.Path("cache.db");
        (int ExitCode, string Output)[] results = await Task.WhenAll(
            Enumerable.Range(0, Processes).Select(i => ChildProcess.RunAsync("share", path, $"p{i}", $"{s_rounds}")));

        foreach ((int exitCode, string output) in results)
            Assert.That(exitCode, Is.Zero, output);
        using var cache = new Cache(path);
        Assert.That(cache.Count, Is.EqualTo(Processes * Threads * (s_rounds + 1)));
        for (int i = 0; i < Processes * Threads; i++)
            Assert.That(cache.Get($"last:p{i / Threads}.{i % Threads}").Data.GetInt32(), Is.EqualTo(s_rounds));
    }

    [TestCase(".json")]
    [TestCase(".pkl")]
    [TestCase(".manifest")]
    public async Task A_second_process_is_told_which_file_is_held(string extension)
    {
        string path = Folder.Path("cache" + extension);
        using (var cache = new Cache(path))
        {
            cache.Store("key", "1");
            (int exitCode, string output) = await ChildProcess.RunAsync("open", path);

            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(output, Does.Contain(path).And.Contain("another process"));
            Assert.That(() => new Cache(path), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
            Assert.That(cache.Get("key").Data.GetInt32(), Is.EqualTo(1), "the holder is not disturbed");
        }

        Assert.That((await ChildProcess.RunAsync("open", path)).Output, Does.Contain("opened 1"));
    }

    [Test]
    public void An_exclusive_db_keeps_others_out()
    {
        string path = Folder.Path("cache.db");
        using var cache = new Cache(path, new CacheOptions { Sqlite = new SqliteStoreOptions { Exclusive = true } });
        cache.Store("key", "1");
        var impatient = new CacheOptions { Sqlite = new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) } };

        Assert.That(() => new Cache(path, impatient), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
        cache.Store("key", "2");
        cache.Close();

        using var next = new Cache(path, impatient);
        Assert.That(next.Get("key").Data.GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_write_waits_for_another_and_no_longer_than_it_was_told()
    {
        string path = Folder.Path("cache.db");
        using var cache = new Cache(path);
        using var impatient = new Cache(path, new CacheOptions { Sqlite = new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) } });
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteTransaction other = connection.BeginTransaction();

        Task waiting = Task.Run(() => cache.Store("key", "1"));
        Assert.That(() => impatient.Store("key", "2"), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
        Assert.That(waiting.IsCompleted, Is.False);
        other.Commit();
        await waiting;

        Assert.That(impatient.Get("key").Data.GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void A_write_gets_its_turn_where_another_connection_leaves_the_file_free_for_moments_only()
    {
        string path = Folder.Path("cache.db");
        using var cache = new Cache(path);
        using var other = new Cache(path);
        bool stop = false;
        var writer = new Thread(() =>
        {
            for (int i = 0; !Volatile.Read(ref stop); i++)
                other.Store("other", $"{i}");
        });
        writer.Start();

        for (int i = 0; i < 500; i++)
            cache.Store("key", $"{i}");
        Volatile.Write(ref stop, true);
        writer.Join();

        Assert.That(cache.Get("key").Data.GetInt32(), Is.EqualTo(499));
    }

    [Test]
    public async Task Processes_that_share_a_request_log_lose_no_line()
    {
        string path = Folder.Path("requests.log");
        (int ExitCode, string Output)[] results = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => ChildProcess.RunAsync("log", path, $"p{i}", "500")));

        Assert.That(results.Select(result => result.ExitCode), Is.All.Zero);
        using var log = new RequestLogger(path);
        Assert.That(
            log.AsList().Select(record => record.Uri),
            Is.EquivalentTo(Enumerable.Range(0, 1_500).Select(i => $"/p{i / 500}/{i % 500}")));
    }
}
