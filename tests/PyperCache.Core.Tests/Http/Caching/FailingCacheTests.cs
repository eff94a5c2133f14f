using System.Diagnostics.CodeAnalysis;
using PyperCache.Http;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Http;

public class FailingCacheTests : CachingFixture
{
    [TestCase("no/such/\0/folder.db")]
    [TestCase(".")]
    public async Task A_cache_that_cannot_be_opened_never_breaks_a_request(string path)
    {
        Directory.CreateDirectory(Folder.Path("dir.db"));
        CollectingLogger log = new();
        await using TestClient client = Client(o => (o.CachePath, o.Logger) = (path == "." ? Folder.Path("dir.db") : path, log));

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(1));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(client.Cache, Is.Null);
        Assert.That(log.Entries.Select(static e => e.Text), Has.One.EqualTo("The cache could not open; the request goes on without it"));
    }

    [Test]
    public async Task A_cache_that_fails_later_never_breaks_a_request()
    {
        Cache cache = new(Folder.Path("shared.db"));
        await using TestClient client = Client(o => o.Cache = cache);
        await NumberAsync(client, "/x");
        cache.Close();

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(3));
    }

    [Test]
    public async Task A_store_that_fails_at_everything_never_breaks_a_request_and_is_reported()
    {
        CollectingLogger log = new();
        Cache cache = new(new BrokenStore(), new CacheOptions { TimeProvider = Time, Logger = log });
        await using TestClient client = Client(o => (o.Cache, o.Logger) = (cache, log));

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(1));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        await client.RequestAsync(HttpMethod.Post, "/x");

        Assert.That(log.Events, Does.Contain("SoonWriteFailed").And.Contain("CacheFailed"));
    }

    private sealed class BrokenStore : IRecordStore
    {
        public IReadOnlyCollection<string> Keys => throw new InvalidOperationException("keys");

        public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record) => throw new InvalidOperationException("get");

        public void Put(string key, StoredRecord record) => throw new InvalidOperationException("put");

        public bool Remove(string key) => throw new InvalidOperationException("remove");

        public void Clear() => throw new InvalidOperationException("clear");

        public void Dispose()
        {
        }
    }
}
