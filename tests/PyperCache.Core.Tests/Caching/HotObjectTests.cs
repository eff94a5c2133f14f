using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

/// <summary>Objects that are kept: the same as long as nobody has written, and never one that is out of date.</summary>
public sealed class HotObjectTests : FolderFixture
{
    private static readonly string[] s_extensions = [".db", ".json", ".pkl", ".manifest"];

    private readonly CacheOptions _keeping = new() { HotBytes = 1 << 20 };

    [TestCaseSource(nameof(s_extensions))]
    public void The_same_object_comes_again_until_something_is_written(string extension)
    {
        using var cache = new Cache(Folder.Path("cache" + extension), _keeping);
        cache.Store("key", "[1]");
        List<int> first = cache.GetObject<List<int>>("key");

        Assert.That(cache.GetObject<List<int>>("key"), Is.SameAs(first));
        Assert.That(cache.TryGetObject("key", out List<int>? tried), Is.True);
        Assert.That(tried, Is.SameAs(first));
        Assert.That(cache.GetObject("key", new List<int>()), Is.SameAs(first));
        Assert.That(cache.GetObject<int[]>("key"), Is.EqualTo(new[] { 1 }), "another type is another object");

        cache.Store("key", "[2]");
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 2 }));
        cache.Update("key", "[3]");
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 3 }));
        cache.Remove("key");
        Assert.That(cache.TryGetObject<List<int>>("key", out _), Is.False);
        cache.Store("key", "[4]");
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 4 }));
        cache.CompletelyEraseCache();
        Assert.That(cache.TryGetObject<List<int>>("key", out _), Is.False);
    }

    [Test]
    public async Task What_another_process_writes_is_seen_at_once()
    {
        string path = Folder.Path("cache.db");
        using var cache = new Cache(path, _keeping);
        for (int i = 0; i < 5; i++)
        {
            (int exitCode, string output) = await ChildProcess.RunAsync("put", path, "key", $"[{i}]");
            Assert.That(exitCode, Is.Zero, output);
            List<int> read = cache.GetObject<List<int>>("key");
            Assert.That(read, Is.EqualTo(new[] { i }));
            Assert.That(cache.GetObject<List<int>>("key"), Is.SameAs(read));
        }
    }

    [Test]
    public void What_another_cache_of_the_same_file_writes_is_seen_by_every_reader()
    {
        string path = Folder.Path("cache.db");
        using var writer = new Cache(path);
        using var reader = new Cache(path, _keeping);
        writer.Store("key", "[0]");
        int written = 0;
        Parallel.Invoke(
            () =>
            {
                for (int i = 1; i <= 2_000; i++)
                {
                    writer.Store("key", $"[{i}]");
                    Volatile.Write(ref written, i);
                }
            },
            () => ReadUntilLast(reader, ref written),
            () => ReadUntilLast(reader, ref written));
    }

    [Test]
    public void An_exclusive_file_keeps_objects_too()
    {
        using var cache = new Cache(Folder.Path("cache.db"), _keeping with { Sqlite = new SqliteStoreOptions { Exclusive = true } });
        cache.Store("key", "[1]");
        List<int> first = cache.GetObject<List<int>>("key");

        Assert.That(cache.GetObject<List<int>>("key"), Is.SameAs(first));
        cache.Store("key", "[2]");
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Without_the_option_every_read_gives_an_object_of_its_own()
    {
        using var cache = new Cache(Folder.Path("cache.db"));
        cache.Store("key", "[1]");

        List<int> first = cache.GetObject<List<int>>("key");
        Assert.That(cache.GetObject<List<int>>("key"), Is.Not.SameAs(first));
    }

    [Test]
    public void What_is_kept_is_bounded_and_what_is_used_stays()
    {
        using var cache = new Cache(Folder.Path("cache.db"), new CacheOptions { HotBytes = 100_000 });
        string text = "\"" + new string('x', 1_000) + "\"";
        for (int i = 0; i < 500; i++)
            cache.Store($"key {i}", text);
        cache.Store("large", "\"" + new string('x', 60_000) + "\"");
        string used = cache.GetObject<string>("key 0");
        string unused = cache.GetObject<string>("key 1");
        for (int i = 2; i < 500; i++)
        {
            cache.GetObject<string>($"key {i}");
            Assert.That(cache.GetObject<string>("key 0"), Is.SameAs(used));
        }

        Assert.That(cache.GetObject<string>("key 1"), Is.Not.SameAs(unused));
        string large = cache.GetObject<string>("large");
        Assert.That(cache.GetObject<string>("large"), Is.Not.SameAs(large), "it would take more than half of what is allowed");
    }

    [Test]
    public void What_is_held_back_is_read_and_not_what_was_kept()
    {
        using var cache = new Cache(Folder.Path("cache.db"), _keeping);
        cache.Store("key", "[1]");
        cache.GetObject<List<int>>("key");

        cache.EnableManualFlushMode();
        cache.Store("key", "[2]");
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 2 }));
        cache.DisableManualFlushMode();
        Assert.That(cache.GetObject<List<int>>("key"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task A_kept_object_becomes_stale_like_its_record()
    {
        var time = new FakeTimeProvider();
        using var cache = new Cache(Folder.Path("cache.db"), _keeping with { TimeProvider = time });
        int fetches = 0;
        Task<List<int>> Fetch(CancellationToken ct) => Task.FromResult(new List<int> { ++fetches });

        await cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(1));
        List<int> kept = await cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(1));
        Assert.That(await cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(1)), Is.SameAs(kept));
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(1)), Is.EqualTo(new[] { 2 }));
        Assert.That(fetches, Is.EqualTo(2));
    }

    [Test]
    public void An_object_that_is_used_is_not_the_least_recently_used_record()
    {
        using var cache = new Cache(Folder.Path("cache.db"), _keeping with { MaxRecords = 2 });
        cache.Store("old", "[1]");
        cache.Store("new", "[2]");
        cache.GetObject<List<int>>("old");
        cache.GetObject<List<int>>("new");
        cache.GetObject<List<int>>("old");

        cache.Store("third", "[3]");

        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "old", "third" }));
    }

    [Test]
    public void A_closed_cache_keeps_nothing()
    {
        var cache = new Cache(Folder.Path("cache.db"), _keeping);
        cache.Store("key", "[1]");
        cache.GetObject<List<int>>("key");
        cache.Close();

        Assert.That(() => cache.GetObject<List<int>>("key"), Throws.InstanceOf<ObjectDisposedException>());
    }

    private static void ReadUntilLast(Cache reader, ref int written)
    {
        int before;
        do
        {
            before = Volatile.Read(ref written);
            int read = reader.GetObject<List<int>>("key")[0];
            Assert.That(read, Is.GreaterThanOrEqualTo(before), "what was written before the read began is read");
        }
        while (before < 2_000);
    }
}
