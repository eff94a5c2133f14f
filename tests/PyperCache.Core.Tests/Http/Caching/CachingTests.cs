using System.Net;
using System.Text.Json;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class CachingTests : CachingFixture
{
    [Test]
    public async Task The_second_GET_is_answered_from_the_cache_until_it_is_stale()
    {
        await using TestClient client = Client();

        int first = await NumberAsync(client, "/x");
        int second = await NumberAsync(client, "/x");
        Time.Advance(TimeSpan.FromMinutes(5));
        int third = await NumberAsync(client, "/x");

        Assert.That((first, second, third), Is.EqualTo((1, 1, 2)));
    }

    [Test]
    public async Task The_cache_outlives_the_client()
    {
        await using (TestClient client = Client())
            await NumberAsync(client, "/x");
        await using TestClient again = Client();

        Assert.That(await NumberAsync(again, "/x"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_record_can_be_read_and_queried_by_its_key()
    {
        await using TestClient client = Client();
        await client.RequestAsync(HttpMethod.Get, "/x", query: new() { ["b"] = 1, ["a"] = 2 });

        CacheRecord record = client.Cache!.Get(client.GetCacheKey("/x?a=2&b=1"));

        Assert.That(new PyperCache.Query.JsonInjester(record.Payload).Get<int>("value.n"), Is.EqualTo(1));
        Assert.That(record.Expiry, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Expiry_and_cache_use_can_be_chosen_for_a_call()
    {
        await using TestClient client = Client();

        int first = await client.RequestAsync<Dictionary<string, int>>(HttpMethod.Get, "/x", expiry: TimeSpan.FromHours(1)) is var d ? d["n"] : 0;
        int past = (await client.RequestAsync(HttpMethod.Get, "/x", useCache: false)).GetProperty("n").GetInt32();
        Time.Advance(TimeSpan.FromMinutes(30));
        int later = await NumberAsync(client, "/x");

        Assert.That((first, past, later), Is.EqualTo((1, 2, 1)), "a call past the cache neither reads nor writes it");
    }

    [Test]
    public async Task A_stale_answer_that_the_server_confirms_is_fresh_again()
    {
        Server.On("/x", c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            if (c.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                c.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();

        await client.RequestAsync(HttpMethod.Get, "/x");
        Time.Advance(TimeSpan.FromMinutes(6));
        JsonElement confirmed = await client.RequestAsync(HttpMethod.Get, "/x");
        Time.Advance(TimeSpan.FromMinutes(4));
        await client.RequestAsync(HttpMethod.Get, "/x");

        Assert.That(confirmed.GetArrayLength(), Is.EqualTo(1));
        Assert.That(Server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Every_response_tells_where_it_came_from()
    {
        await using TestClient client = Client();
        HttpClient http = client.GetHttpClient();
        async Task<(CacheStatus?, string)> AskAsync(HttpMethod method)
        {
            using HttpResponseMessage response = await http.SendAsync(new HttpRequestMessage(method, "x"));
            return (response.GetCacheStatus(), response.Headers.GetValues("Cache-Status").Single());
        }

        Assert.That(await AskAsync(HttpMethod.Get), Is.EqualTo((CacheStatus.Miss, "PyperCache; fwd=miss")));
        Assert.That(await AskAsync(HttpMethod.Get), Is.EqualTo((CacheStatus.Hit, "PyperCache; hit; ttl=300")));
        Assert.That(await AskAsync(HttpMethod.Post), Is.EqualTo((CacheStatus.Bypass, "PyperCache; fwd=method")));
    }

    [Test]
    public async Task Headers_for_paging_come_back_from_the_cache()
    {
        Server.On("/x", static c =>
        {
            c.Response.Headers.Link = "</x?page=2>; rel=\"next\"";
            c.Response.Headers.SetCookie = "session=secret";
            return LoopbackServer.WriteAsync(c, "[]", "application/vnd.api+json");
        });
        // With a jar, the cookie would make the next request another user's.
        await using TestClient client = new(Options()) { Handler = static () => new SocketsHttpHandler { UseCookies = false } };
        HttpClient http = client.GetHttpClient();

        (await http.GetAsync(new Uri("x", UriKind.Relative))).Dispose();
        using HttpResponseMessage cached = await http.GetAsync(new Uri("x", UriKind.Relative));

        Assert.That(cached.GetCacheStatus(), Is.EqualTo(CacheStatus.Hit));
        Assert.That(cached.Headers.GetValues("Link").Single(), Does.Contain("page=2"));
        Assert.That(cached.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(cached.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/vnd.api+json"));
        Assert.That(await cached.Content.ReadAsStringAsync(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task The_handler_works_alone()
    {
        using Cache cache = new(Folder.Path("alone.db"), new CacheOptions { TimeProvider = Time });
        using HttpClient http = new(new CachingHandler(cache, new CachingHandlerOptions { DefaultExpiry = TimeSpan.FromMinutes(1), TimeProvider = Time }) { InnerHandler = new SocketsHttpHandler() });

        string first = await http.GetStringAsync(new Uri(Server.Url + "/x"));
        string second = await http.GetStringAsync(new Uri(Server.Url + "/x"));

        Assert.That((first, second), Is.EqualTo(("""{"n":1}""", """{"n":1}""")));
    }
}
