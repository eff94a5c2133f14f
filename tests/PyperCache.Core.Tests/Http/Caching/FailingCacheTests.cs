using PyperCache.Http;

namespace PyperCache.Tests.Http;

public class FailingCacheTests : CachingFixture
{
    [TestCase("no/such/\0/folder.db")]
    [TestCase(".")]
    public async Task A_cache_that_cannot_be_opened_never_breaks_a_request(string path)
    {
        Directory.CreateDirectory(Folder.File("dir.db"));
        await using TestClient client = Client(o => o.CachePath = path == "." ? Folder.File("dir.db") : path);

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(1));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(client.Cache, Is.Null);
    }

    [Test]
    public async Task A_cache_that_fails_later_never_breaks_a_request()
    {
        Cache cache = new(Folder.File("shared.db"));
        await using TestClient client = Client(o => o.Cache = cache);
        await NumberAsync(client, "/x");
        cache.Close();

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(3));
    }
}
