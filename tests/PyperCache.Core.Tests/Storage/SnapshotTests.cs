using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;
using PyperCache.Storage.Sqlite;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Look-ups in a <c>.db</c> file share a read transaction while nobody writes. Nobody is to notice, but by the time that they take.</summary>
public sealed class SnapshotTests : CacheFileFixture
{
    // The first has a transaction of its own, the second begins one that stays.
    private const int Reads = 5;
    private const int Rounds = 200;
    private const long LongWal = 40L << 20;

    private static readonly TimeSpan s_idleTime = TimeSpan.FromMilliseconds(100);

    [Test]
    public async Task Two_processes_that_read_all_the_time_see_the_writes_of_each_other_at_once()
    {
        using var cache = new Cache(FilePath);
        cache.Store("answer", "0");
        using Process other = ChildProcess.Start("answer", FilePath);
        for (int i = 1; i <= Rounds; i++)
        {
            Assert.That(ReadOften(cache, "answer"), Is.EqualTo(i - 1));
            cache.Store("question", $"{i}");
            await other.StandardInput.WriteLineAsync($"{i}");
            await other.StandardInput.FlushAsync();
            Assert.That(await other.StandardOutput.ReadLineAsync(), Is.EqualTo($"{i}"));
            Assert.That(cache.GetObject<int>("answer"), Is.EqualTo(i));
        }

        other.StandardInput.Close();
        await other.WaitForExitAsync();
        Assert.That(other.ExitCode, Is.Zero, await other.StandardError.ReadToEndAsync());
    }

    [Test]
    public void Every_kind_of_read_sees_what_another_cache_has_written()
    {
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        for (int i = 0; i < Rounds; i++)
        {
            other.Store($"key {i}", $"{i}");
            switch (i % 4)
            {
                case 0: Assert.That(cache.Get($"key {i}").Data.GetInt32(), Is.EqualTo(i)); break;
                case 1: Assert.That(cache.Has($"key {i}"), Is.True); break;
                case 2: Assert.That(cache.Count, Is.EqualTo(i + 1)); break;
                case 3: Assert.That(cache.Keys, Does.Contain($"key {i}")); break;
            }

            ReadOften(cache, $"key {i}");
        }
    }

    [Test]
    public void Writes_on_top_of_what_another_cache_has_written_since_the_last_read()
    {
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        cache.Store("key", "0");
        foreach (Action write in (Action[])
            [
                () => cache.Store("key", "1"),
                () => cache.Update("key", "2"),
                () => cache.Remove("key"),
                () => cache.PurgeStale(),
                cache.CompletelyEraseCache,
                cache.Compact,
                () => StoreTwo(cache),
            ])
        {
            ReadOften(cache, "key");
            other.Store("other", "1");
            Assert.That(write, Throws.Nothing);
        }

        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "one", "other", "two" }));
    }

    [Test]
    public void Lets_go_of_the_WAL_when_nothing_is_looked_up_any_more()
    {
        var time = new FakeTimeProvider();
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = time });
        cache.Store("key", "1");
        Assert.That(CanTruncateWal(), Is.True, "nothing was read yet");
        cache.Store("key", "2");
        ReadOften(cache, "key");
        Assert.That(CanTruncateWal(), Is.False, "else this test tests nothing");
        time.Advance(s_idleTime);
        ReadOften(cache, "key");
        time.Advance(s_idleTime);
        time.Advance(s_idleTime);
        Assert.That(CanTruncateWal(), Is.True);
        Assert.That(ReadOften(cache, "key"), Is.EqualTo(2));
    }

    [Test]
    public void Has_no_timer_while_nothing_is_kept()
    {
        var time = new CountingTime();
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = time });
        cache.Store("key", "1");
        cache.GetObject<int>("key");
        Assert.That(time.Pending, Is.Zero);
        ReadOften(cache, "key");
        Assert.That(time.Pending, Is.EqualTo(1));
        time.Advance(s_idleTime);
        time.Advance(s_idleTime);
        Assert.That(time.Pending, Is.Zero);
        ReadOften(cache, "key");
        cache.Store("key", "2");
        time.Advance(s_idleTime);
        Assert.That(time.Pending, Is.Zero);
        ReadOften(cache, "key");
        cache.Close();
        Assert.That(time.Pending, Is.Zero);
    }

    [Test]
    public async Task Keeps_nobody_from_beginning_the_WAL_anew_while_it_reads()
    {
        const int Stores = 5_000;
        using var cache = new Cache(FilePath);
        cache.Store("key", "1");
        using var stop = new CancellationTokenSource();
        Task<long> reading = Task.Run(() =>
        {
            long longest = 0;
            while (!stop.IsCancellationRequested)
            {
                ReadOften(cache, "key");
                longest = Math.Max(longest, new FileInfo(FilePath + "-wal").Length);
            }

            return longest;
        });

        (int exitCode, string output) = await ChildProcess.RunAsync("churn", FilePath, $"{Stores}");
        await stop.CancelAsync();

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(await reading, Is.LessThan(5 * LongWal), "the other process wrote twelve times as much");
    }

    [Test]
    public void Keeps_nobody_from_beginning_the_WAL_anew_when_it_reads_between_all_writes()
    {
        const int RecordBytes = 1 << 20;
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        long longest = 0;
        for (int i = 0; i < 150; i++)
        {
            other.Store("key", $"\"{new string((char)('a' + (i % 26)), RecordBytes)}\"");
            for (int read = 0; read < Reads; read++)
                cache.Has("key");
            longest = Math.Max(longest, new FileInfo(FilePath + "-wal").Length);
        }

        Assert.That(longest, Is.GreaterThan(LongWal).And.LessThan(2 * LongWal));
    }

    [Test]
    public async Task Keeps_nobody_from_compacting_while_it_reads()
    {
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        cache.Store("key", "1");
        using var stop = new CancellationTokenSource();
        Task reading = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                ReadOften(cache, "key");
        });

        for (int i = 0; i < 20; i++)
        {
            other.Store("other", $"{i}");
            other.Compact();
            Assert.That(new FileInfo(FilePath + "-wal").Length, Is.Zero);
        }

        await stop.CancelAsync();
        await reading;
    }

    [Test]
    public void Reads_what_was_written_to_a_new_file_after_the_old_one_was_deleted()
    {
        using var cache = new Cache(FilePath);
        cache.Store("key", "1");
        ReadOften(cache, "key");
        foreach (string file in Directory.GetFiles(Folder.FullPath))
            File.Delete(file);
        cache.Store("key", "2");
        Assert.That(ReadOften(cache, "key"), Is.EqualTo(2));
        using var other = new Cache(FilePath);
        other.Store("key", "3");
        Assert.That(ReadOften(cache, "key"), Is.EqualTo(3));
    }

    private static int ReadOften(Cache cache, string key)
    {
        int read = 0;
        for (int i = 0; i < Reads; i++)
            read = cache.GetObject(key, -1);
        return read;
    }

    private static void StoreTwo(Cache cache)
    {
        cache.EnableManualFlushMode();
        cache.Store("one", "1");
        cache.Store("two", "2");
        cache.DisableManualFlushMode();
    }

    /// <summary>Whether nobody reads from the WAL.</summary>
    private bool CanTruncateWal()
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.CommandTimeout = 1;
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0) == 0;
    }

    /// <summary>Knows how many timers are to fire.</summary>
    private sealed class CountingTime : FakeTimeProvider
    {
        private readonly HashSet<Timer> _pending = [];

        public int Pending => _pending.Count;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(this);
            timer.Inner = base.CreateTimer(
                _ =>
                {
                    _pending.Remove(timer);
                    callback(state);
                },
                null,
                dueTime,
                period);
            return timer;
        }

        private sealed class Timer(CountingTime owner) : ITimer
        {
            public ITimer Inner { get; set; } = null!;

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                if (dueTime == Timeout.InfiniteTimeSpan)
                    owner._pending.Remove(this);
                else
                    owner._pending.Add(this);
                return Inner.Change(dueTime, period);
            }

            public void Dispose()
            {
                owner._pending.Remove(this);
                Inner.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
