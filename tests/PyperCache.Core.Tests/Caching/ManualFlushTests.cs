using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

public sealed class ManualFlushTests : CacheFileFixture
{
    private FakeTimeProvider _time = null!;

    [SetUp]
    public void SetClock() => _time = new FakeTimeProvider();

    [Test]
    public void Held_writes_are_seen_here_and_not_elsewhere_until_they_are_flushed()
    {
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        cache.Store("old", "1");
        cache.EnableManualFlushMode();

        cache.Store("new", "1");
        cache.Update("old", "2");
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "old", "new" }));
        Assert.That(cache.Count, Is.EqualTo(2));
        Assert.That(cache.IsDataFresh("new"), Is.True);
        Assert.That(other.Has("new"), Is.False);
        Assert.That(other.Get("old").Data.GetInt32(), Is.EqualTo(1));

        cache.Flush();
        Assert.That(other.Has("new"), Is.True);
        Assert.That(other.Get("old").Data.GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void Removals_are_held_too()
    {
        using var cache = new Cache(FilePath);
        using var other = new Cache(FilePath);
        cache.Store("a", "1");
        cache.Store("b", "1");
        cache.EnableManualFlushMode();

        Assert.That(cache.Remove("a"), Is.True);
        Assert.That(cache.Remove("a"), Is.False);
        Assert.That(cache.Keys, Is.EqualTo(new[] { "b" }));
        Assert.That(cache.Count, Is.EqualTo(1));
        Assert.That(() => cache.Update("a", "2"), Throws.InstanceOf<KeyNotFoundException>());
        Assert.That(other.Has("a"), Is.True);

        cache.DisableManualFlushMode();
        Assert.That(other.Has("a"), Is.False);
        cache.Store("c", "1");
        Assert.That(other.Has("c"), Is.True);
    }

    [Test]
    public void Closing_writes_out_what_is_held()
    {
        using (var cache = new Cache(FilePath))
        {
            cache.EnableManualFlushMode();
            cache.Store("key", "1");
        }

        using var again = new Cache(FilePath);
        Assert.That(again.Has("key"), Is.True);
    }

    [Test]
    public void Buffered_writes_go_out_when_the_interval_has_passed()
    {
        using Cache cache = Buffered();
        using var other = new Cache(FilePath);
        cache.Store("key", "1");
        Assert.That(other.Has("key"), Is.False);

        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(other.Has("key"), Is.True);
    }

    [Test]
    public void Buffered_writes_go_out_when_enough_have_gathered()
    {
        using Cache cache = Buffered();
        using var other = new Cache(FilePath);
        for (int i = 0; i < 49; i++)
            cache.Store($"{i}", "1");
        Assert.That(other.Count, Is.Zero);

        cache.Store("49", "1");
        Assert.That(other.Count, Is.EqualTo(50));
    }

    [Test]
    public void Manual_mode_stops_the_interval_of_buffered_writes()
    {
        using Cache cache = Buffered();
        using var other = new Cache(FilePath);
        cache.EnableManualFlushMode();
        cache.Store("key", "1");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(other.Has("key"), Is.False);

        cache.DisableManualFlushMode();
        Assert.That(other.Has("key"), Is.True);
    }

    private Cache Buffered() => new(FilePath, new CacheOptions { Durability = Durability.Buffered, TimeProvider = _time });
}
