using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

/// <summary>Records of which nobody was promised that they survive are written together, a moment later.</summary>
public sealed class StoreSoonTests : CacheFileFixture
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public void They_are_seen_here_at_once_and_elsewhere_a_moment_later()
    {
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time });
        using var other = new Cache(FilePath);

        StoreSoon(cache, "a", "1"u8);
        Assert.That(cache.Get("a").Data.GetInt32(), Is.EqualTo(1));
        Assert.That((cache.Count, cache.Keys.Single()), Is.EqualTo((1, "a")));
        Assert.That(other.Has("a"), Is.False);

        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.That(other.Get("a").Data.GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void A_promised_write_does_not_wait_and_is_not_overtaken()
    {
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time });
        using var other = new Cache(FilePath);
        StoreSoon(cache, "a", "1"u8);
        StoreSoon(cache, "b", "1"u8);

        cache.Store("a", "2");
        cache.Update("b", "2");
        StoreSoon(cache, "c", "1"u8);
        Assert.That(cache.Remove("c"), Is.True);

        Assert.That((other.Get("a").Data.GetInt32(), other.Get("b").Data.GetInt32()), Is.EqualTo((2, 2)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((other.Get("a").Data.GetInt32(), other.Get("b").Data.GetInt32(), other.Has("c")), Is.EqualTo((2, 2, false)));
    }

    [Test]
    public void Many_do_not_wait_for_the_moment_to_pass()
    {
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time });
        using var other = new Cache(FilePath);

        for (int i = 0; i < 500; i++)
            StoreSoon(cache, $"{i}", "1"u8);

        Assert.That(() => other.Count, Is.EqualTo(500).After(5).Seconds.PollEvery(5).MilliSeconds);
    }

    [Test]
    public void Closing_writes_them()
    {
        using (var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time }))
            StoreSoon(cache, "a", "1"u8);
        using var again = new Cache(FilePath);

        Assert.That(again.Has("a"), Is.True);
    }

    [Test]
    public void In_manual_flush_mode_they_wait_for_the_flush()
    {
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time });
        using var other = new Cache(FilePath);
        cache.EnableManualFlushMode();
        StoreSoon(cache, "a", "1"u8);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(other.Has("a"), Is.False);
        cache.Flush();
        Assert.That(other.Has("a"), Is.True);
    }

    [Test]
    public void What_cannot_be_written_is_given_up_and_reported_once()
    {
        var logger = new CollectingLogger();
        using var cache = new Cache(new FullStore(), new CacheOptions { TimeProvider = _time, Logger = logger });
        StoreSoon(cache, "a", "1"u8);
        StoreSoon(cache, "b", "1"u8);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(cache.Has("a"), Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(logger.Entries, Is.EqualTo(new[] { ("SoonWriteFailed", "2 records could not be written and are not in the cache.") }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void What_turns_out_to_be_no_JSON_was_never_there(bool manual)
    {
        using var cache = new Cache(FilePath, new CacheOptions { TimeProvider = _time });
        using var other = new Cache(FilePath);
        cache.Store("a", "1");
        if (manual)
            cache.EnableManualFlushMode();

        StoreSoon(cache, "a", "{"u8);
        StoreSoon(cache, "b", "1,2"u8);
        StoreSoon(cache, "c", "3"u8);
        Assert.That(cache.Get("a").Data.GetInt32(), Is.EqualTo(1));
        Assert.That(cache.Has("b"), Is.False);
        Assert.That((cache.Count, cache.Remove("b")), Is.EqualTo((2, false)));
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "c" }));
        StoreSoon(cache, "b", ""u8);

        cache.Flush();
        Assert.That(other.Keys, Is.EquivalentTo(new[] { "a", "c" }));
        Assert.That(other.Get("a").Data.GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_reads_does_not_wait_while_they_are_written_and_who_writes_does_not_overtake_them()
    {
        using var store = new SlowStore();
        using var cache = new Cache(store, new CacheOptions { TimeProvider = _time });
        cache.Store("before", "1");
        StoreSoon(cache, "a", "1"u8);
        Task writing = Task.Run(() => _time.Advance(TimeSpan.FromSeconds(1)));
        store.Writes.Wait();

        Assert.That((cache.Get("a").Data.GetInt32(), cache.Get("before").Data.GetInt32()), Is.EqualTo((1, 1)));
        StoreSoon(cache, "a", "2"u8);
        Assert.That(cache.Get("a").Data.GetInt32(), Is.EqualTo(2));
        Task storing = Task.Run(() => cache.Store("a", "3"));
        Assert.That(storing.Wait(TimeSpan.FromMilliseconds(50)), Is.False);

        store.MayGoOn.Set();
        await Task.WhenAll(writing, storing);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(cache.Get("a").Data.GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_store_that_is_stuck_does_not_fill_the_memory()
    {
        const int Payload = 1024 * 1024;
        const int Records = 200;
        var logger = new CollectingLogger();
        using var store = new SlowStore();
        using var cache = new Cache(store, new CacheOptions { TimeProvider = _time, Logger = logger });
        StoreSoon(cache, "first", "1"u8);
        Task writing = Task.Run(() => _time.Advance(TimeSpan.FromSeconds(1)));
        store.Writes.Wait();

        byte[] payload = [(byte)'"', .. new byte[Payload].Select(_ => (byte)'x'), (byte)'"'];
        for (int i = 0; i < Records; i++)
            cache.StoreSoon($"{i}", payload, payload, TimeSpan.FromHours(1), _time.GetUtcNow());
        int kept = Enumerable.Range(0, Records).Count(i => cache.TryGet($"{i}", out _));
        Assert.That(kept, Is.InRange(2, 100));

        store.MayGoOn.Set();
        await writing;
        cache.Flush();
        Assert.That(store.Keys, Has.Count.EqualTo(kept + 1));
        Assert.That(logger.Entries, Is.EqualTo(new[] { ("SoonWritesDropped", $"{Records - kept} records came faster than they could be written and are not in the cache.") }));
        StoreSoon(cache, "later", "1"u8);
        cache.Flush();
        Assert.That(store.Keys, Has.Member("later"));
    }

    private void StoreSoon(Cache cache, string key, ReadOnlySpan<byte> payload) => cache.StoreSoon(key, payload.ToArray(), payload.ToArray(), TimeSpan.FromHours(1), _time.GetUtcNow());

    /// <summary>A disk without space.</summary>
    private sealed class FullStore : IRecordStore
    {
        public IReadOnlyCollection<string> Keys => [];

        public bool TryGet(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StoredRecord? record)
        {
            record = null;
            return false;
        }

        public void Put(string key, StoredRecord record) => throw new IOException("No space left on device.");

        public bool Remove(string key) => false;

        public void Clear()
        {
        }

        public void Dispose()
        {
        }
    }

    /// <summary>A store that writes several records when it is told to.</summary>
    private sealed class SlowStore : IRecordStore, IBatchStore
    {
        private readonly InMemoryStore _records = new();

        public ManualResetEventSlim Writes { get; } = new();

        public ManualResetEventSlim MayGoOn { get; } = new();

        public IReadOnlyCollection<string> Keys => _records.Keys;

        public bool TryGet(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StoredRecord? record) => _records.TryGet(key, out record);

        public void Put(string key, StoredRecord record) => _records.Put(key, record);

        public bool Remove(string key) => _records.Remove(key);

        public void Clear() => _records.Clear();

        public void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes)
        {
            Writes.Set();
            MayGoOn.Wait();
            foreach ((string key, StoredRecord? record) in changes)
                Put(key, record!);
        }

        public void Dispose()
        {
            Writes.Dispose();
            MayGoOn.Dispose();
        }
    }
}
