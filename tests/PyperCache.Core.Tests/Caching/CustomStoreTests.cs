using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

public sealed class CustomStoreTests
{
    [Test]
    public void A_cache_works_on_a_store_that_has_the_plain_contract_alone()
    {
        var store = new InMemoryStore();
        using (var cache = new Cache(store))
        {
            byte[] bytes = "[1]"u8.ToArray();
            cache.Store("a", bytes);
            bytes[1] = (byte)'9';
            cache.Store("stale", "1", expiry: TimeSpan.Zero);
            cache.Update("a", "[2]");
            cache.EnableManualFlushMode();
            cache.Store("held", "3");
            Assert.That(store.Keys, Has.No.Member("held"));
            cache.DisableManualFlushMode();

            Assert.That(cache.Get("a").Data[0].GetInt32(), Is.EqualTo(2));
            Assert.That(cache.PurgeStale(), Is.EqualTo(1));
            Assert.That(cache.Keys, Is.EquivalentTo(new[] { "a", "held" }));
            Assert.That(cache.Count, Is.EqualTo(2));
            Assert.That(cache.IsDataFresh("a"), Is.True);
            cache.Compact();
        }

        Assert.That(store.IsDisposed, Is.True, "the cache owns its store");
    }

    [Test]
    public void The_callers_bytes_are_copied_for_a_store_that_keeps_them()
    {
        using var cache = new Cache(new InMemoryStore());
        byte[] bytes = "[1]"u8.ToArray();
        cache.Store("a", bytes);
        bytes[1] = (byte)'9';

        Assert.That(cache.Get("a").Data[0].GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void A_registered_extension_opens_its_store()
    {
        string? opened = null;
        RecordStores.Register(".memory", (path, _) =>
        {
            opened = path;
            return new InMemoryStore();
        });

        using var cache = new Cache("some.memory");

        Assert.That(opened, Is.EqualTo("some.memory"));
        Assert.That(() => new Cache("some.unknown"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains(".memory"));
        Assert.That(() => RecordStores.Register("memory", (_, _) => new InMemoryStore()), Throws.ArgumentException);
    }
}
