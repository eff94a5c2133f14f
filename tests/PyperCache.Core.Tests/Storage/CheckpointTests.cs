using Microsoft.Extensions.Logging.Abstractions;
using PyperCache.Storage;
using PyperCache.Storage.Sqlite;

namespace PyperCache.Core.Tests.Storage;

/// <summary>A <c>.db</c> file takes in what was written to it in the background.</summary>
public sealed class CheckpointTests : CacheFileFixture
{
    // Small pages, so that a checkpoint this small has many of them, as those of 40 MiB have.
    private const int PageSize = 4 << 10;
    private const int CheckpointBytes = 64 * PageSize;

    // Four times what makes a checkpoint begin, and what a write and a checkpoint that came too late may add to that.
    private const long MostOfWal = 6 * CheckpointBytes;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly RecordStoreOptions s_options = new()
    {
        Logger = NullLogger.Instance,
        Sqlite = new SqliteStoreOptions { CheckpointBytes = CheckpointBytes, PageSize = PageSize },
    };

    [Test]
    public void The_wal_stays_short_while_one_thread_writes_and_others_read([Values(0, 2)] int readers)
    {
        using var store = new SqliteStore(FilePath, s_options);
        store.Put("key 0", Record(0));
        using var isDone = new CancellationTokenSource();
        Task[] reading = [.. Enumerable.Range(0, readers).Select(_ => Task.Run(() => ReadUntil(store, isDone.Token)))];
        try
        {
            for (int i = 0; i < 20_000; i++)
            {
                store.Put($"key {i % 500}", Record(i));
                if (i % 50 == 0)
                    Assert.That(WalLength(), Is.LessThan(MostOfWal), $"after {i}");
            }
        }
        finally
        {
            isDone.Cancel();
            Task.WaitAll(reading);
        }
    }

    [Test]
    public async Task The_wal_stays_short_while_processes_write()
    {
        string[] names = ["a", "b"];
        Task<(int ExitCode, string Output)[]> writing =
            Task.WhenAll(names.Select(name => ChildProcess.RunAsync("share", FilePath, name, "3000")));
        long longest = 0;
        while (!writing.IsCompleted)
        {
            longest = Math.Max(longest, WalLength());
            await Task.WhenAny(writing, Task.Delay(5));
        }

        Assert.That((await writing).Select(result => result.ExitCode), Is.All.Zero);

        // All in all they write some 300 MB. One that is about to begin the WAL anew often finds the other at a checkpoint, and then does so later.
        Assert.That(longest, Is.GreaterThan(CrashChild.Checkpoints.BesideOthers).And.LessThan(96 * CrashChild.Checkpoints.BesideOthers));
    }

    [Test]
    public void What_is_written_at_once_is_taken_in_though_nothing_follows()
    {
        using var store = new SqliteStore(FilePath, s_options);
        store.Apply([.. Enumerable.Range(0, 2_000).Select(i => KeyValuePair.Create($"key {i}", (StoredRecord?)Record(i)))]);
        Assert.That(() => new FileInfo(FilePath).Length, Is.GreaterThan(1_500_000).After((int)s_patience.TotalMilliseconds, 5));
    }

    [Test]
    public void Closing_waits_for_the_background_and_leaves_one_file()
    {
        for (int round = 0; round < 40; round++)
        {
            using (var store = new SqliteStore(FilePath, s_options))
            {
                for (int i = 0; i < 300 + (round * 5); i++)
                    store.Put($"key {i}", Record(round));
            }

            Assert.That(Directory.GetFiles(Folder.FullPath), Is.EqualTo(new[] { FilePath }), $"round {round}");
            using var again = new SqliteStore(FilePath, s_options);
            Assert.That(again.Count, Is.EqualTo(300 + (round * 5)));
            Assert.That(again.TryGet("key 299", out StoredRecord? record) ? record.Timestamp.ToUnixTimeSeconds() : -1, Is.EqualTo(round));
        }
    }

    [Test]
    public void A_file_that_is_deleted_while_the_background_is_at_it_is_begun_anew()
    {
        using (var store = new SqliteStore(FilePath, s_options))
        {
            for (int round = 0; round < 20; round++)
            {
                for (int i = 0; i < 300; i++)
                    store.Put($"round {round}, key {i}", Record(i));
                foreach (string file in Directory.GetFiles(Folder.FullPath))
                    File.Delete(file);
            }

            store.Put("last", Record(1));
            store.Compact();
        }

        using var again = new SqliteStore(FilePath, s_options);
        Assert.That(again.Keys, Is.EqualTo(new[] { "last" }));
    }

    [Test]
    public void Compacting_and_erasing_work_beside_the_background()
    {
        using var store = new SqliteStore(FilePath, s_options);
        for (int round = 0; round < 10; round++)
        {
            for (int i = 0; i < 500; i++)
                store.Put($"key {i}", Record(i));
            store.Compact();
            Assert.That(WalLength(), Is.Zero, "all of it is in the file");
            Assert.That(store.Count, Is.EqualTo(500));
            store.Clear();
            store.Compact();
            Assert.That(new FileInfo(FilePath).Length, Is.LessThan(100_000));
        }
    }

    [Test]
    public void A_reader_that_stays_does_not_stop_writes()
    {
        using var store = new SqliteStore(FilePath, s_options);
        store.Put("key", Record(0));
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using (Microsoft.Data.Sqlite.SqliteTransaction reading = connection.BeginTransaction(deferred: true))
        {
            Assert.That(Count(connection, reading), Is.EqualTo(1));
            for (int i = 0; i < 300; i++)
                store.Put($"key {i}", Record(i));
            Assert.That(WalLength(), Is.GreaterThan(MostOfWal), "the reader still needs what was there");
            Assert.That(Count(connection, reading), Is.EqualTo(1));
        }

        Assert.That(() => WalLengthAfterPut(store), Is.LessThan(MostOfWal).After((int)s_patience.TotalMilliseconds, 1), "when it has gone, the WAL begins anew");
        Assert.That(Count(connection, null), Is.EqualTo(301));
    }

    [Test]
    public void Who_only_reads_has_one_connection()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("There is no /proc here.");
        using (var store = new SqliteStore(FilePath, s_options))
            store.Put("key", Record(1));
        using var reading = new SqliteStore(FilePath, s_options);
        for (int i = 0; i < 1_000; i++)
            Assert.That(reading.TryGet("key", out _), Is.True);
        Assert.That(Directory.GetFiles("/proc/self/fd").Count(fd => File.ResolveLinkTarget(fd, returnFinalTarget: false)?.FullName == FilePath), Is.EqualTo(1));
    }

    private static void ReadUntil(SqliteStore store, CancellationToken isDone)
    {
        while (!isDone.IsCancellationRequested)
            Assert.That(store.TryGet("key 0", out _), Is.True);
    }

    private static long Count(Microsoft.Data.Sqlite.SqliteConnection connection, Microsoft.Data.Sqlite.SqliteTransaction? transaction)
    {
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM cache_records";
        command.Transaction = transaction;
        return (long)command.ExecuteScalar()!;
    }

    private long WalLengthAfterPut(SqliteStore store)
    {
        store.Put("key", Record((int)WalLength()));
        return WalLength();
    }

    private long WalLength() => new FileInfo(FilePath + "-wal") is { Exists: true } wal ? wal.Length : 0;

    /// <summary>A record of some 1,000 bytes, another for each number.</summary>
    private static StoredRecord Record(int n) =>
        new(System.Text.Encoding.UTF8.GetBytes($"\"{n:d1000}\""), DateTimeOffset.FromUnixTimeSeconds(n), Timeout.InfiniteTimeSpan, CastName: null);
}
