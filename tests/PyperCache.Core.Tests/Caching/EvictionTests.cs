using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

[TestFixture(".db")]
[TestFixture(".json")]
[TestFixture(".pkl")]
[TestFixture(".manifest")]
public sealed class EvictionTests(string extension) : FolderFixture
{
    private FakeTimeProvider _time = null!;

    [SetUp]
    public void SetClock() => _time = new FakeTimeProvider();

    [Test]
    public void The_least_recently_used_record_goes_when_there_are_too_many()
    {
        using Cache cache = Open(maxRecords: 3);
        Store(cache, "a", "b", "c");
        cache.Get("a");
        Store(cache, "d");
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "c", "d" }));

        Store(cache, "a", "a", "a");
        Assert.That(cache.Count, Is.EqualTo(3), "replacing evicts nothing");
        Store(cache, "e");
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "d", "e" }));
    }

    [Test]
    public void Records_go_when_there_are_too_many_bytes()
    {
        using Cache cache = Open(maxBytes: 350);
        string hundred = "\"" + new string('x', 98) + "\"";
        foreach (string key in new[] { "a", "b", "c" })
            cache.Store(key, hundred);
        Assert.That(cache.Count, Is.EqualTo(3));

        cache.IsDataFresh("a");
        cache.Store("d", hundred);
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "c", "d" }));

        cache.Update("d", "1");
        cache.Store("e", hundred);
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "c", "d", "e" }), "what an update freed is counted");
    }

    [Test]
    public void What_is_written_together_counts_for_what_it_adds_and_what_it_frees()
    {
        using Cache cache = Open(maxBytes: 350);
        string hundred = "\"" + new string('x', 98) + "\"";
        cache.EnableManualFlushMode();
        Store(cache, "a", "b");
        cache.Flush();
        cache.Store("a", hundred);
        cache.Store("b", hundred);
        cache.Store("c", hundred);
        cache.Flush();
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "b", "c" }));

        cache.Remove("b");
        cache.Store("d", hundred);
        cache.Flush();
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "c", "d" }), "what a removal freed is counted");

        cache.Store("e", hundred);
        cache.Store("f", hundred);
        cache.Flush();
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "d", "e", "f" }));
    }

    [Test]
    public void After_opening_the_oldest_record_goes_first()
    {
        using (Cache cache = Open(maxRecords: 3))
            Store(cache, "a", "b", "c");
        using Cache again = Open(maxRecords: 3);
        _time.Advance(TimeSpan.FromSeconds(1));
        Store(again, "d");

        Assert.That(again.Keys, Is.EquivalentTo(new[] { "b", "c", "d" }));
    }

    [Test]
    public void Without_limits_nothing_goes()
    {
        using Cache cache = Open();
        for (int i = 0; i < 500; i++)
            Store(cache, $"{i}");

        Assert.That(cache.Count, Is.EqualTo(500));
    }

    [Test]
    public void What_was_held_back_is_limited_when_it_is_written()
    {
        using Cache cache = Open(maxRecords: 2);
        cache.EnableManualFlushMode();
        Store(cache, "a", "b", "c", "d");
        Assert.That(cache.Count, Is.EqualTo(4));

        cache.DisableManualFlushMode();
        Assert.That(cache.Count, Is.EqualTo(2));
    }

    private Cache Open(long? maxRecords = null, long? maxBytes = null) =>
        new(Folder.Path("cache" + extension), new CacheOptions { MaxRecords = maxRecords, MaxBytes = maxBytes, TimeProvider = _time });

    private void Store(Cache cache, params string[] keys)
    {
        foreach (string key in keys)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            cache.Store(key, "1");
        }
    }
}
