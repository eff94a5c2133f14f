using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Http;

namespace PyperCache.Tests.Http;

public class CachingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LoopbackServer _server = null!;
    private TempFolder _folder = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new TempFolder();
        _server = await LoopbackServer.StartAsync();
        _server.OnJson("*", _ => $"{{\"n\":{_server.Count}}}");
    }

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task The_second_GET_is_answered_from_the_cache_until_it_is_stale()
    {
        await using TestClient client = Client();

        int first = await NumberAsync(client, "/x");
        int second = await NumberAsync(client, "/x");
        _time.Advance(TimeSpan.FromMinutes(5));
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
        _time.Advance(TimeSpan.FromMinutes(30));
        int later = await NumberAsync(client, "/x");

        Assert.That((first, past, later), Is.EqualTo((1, 2, 1)), "a call past the cache neither reads nor writes it");
    }

    [TestCase("/x?a=1&b=2", "/x?b=2&a=1", true)]
    [TestCase("/x?a=1&a=2", "/x?a=1&a=2", true)]
    [TestCase("/x?a=1&a=2", "/x?a=2&a=1", false)]
    [TestCase("/x?a=1&a=2", "/x?a=1", false)]
    [TestCase("/x?a=1", "/x?a=2", false)]
    [TestCase("/x?", "/x", true)]
    [TestCase("/x?q=%61", "/x?q=a", true)]
    [TestCase("/x?a=1%26b=2", "/x?a=1&b=2", false)]
    [TestCase("/x#frag", "/x", true)]
    [TestCase("/X", "/x", false)]
    public async Task Requests_that_mean_the_same_share_an_answer_and_others_do_not(string one, string other, bool share)
    {
        await using TestClient client = Client();

        Assert.That(await NumberAsync(client, one) == await NumberAsync(client, other), Is.EqualTo(share));
    }

    [TestCase("Authorization", "Bearer alice", "Bearer bob")]
    [TestCase("Cookie", "session=alice", "session=bob")]
    [TestCase("Proxy-Authorization", "Basic a", "Basic b")]
    [TestCase("X-Api-Key", "alice", "bob")]
    [TestCase("x-auth-token", "alice", "bob")]
    public async Task Two_users_never_share_an_answer_also_after_a_restart(string header, string alice, string bob)
    {
        async Task<int> AsAsync(string? who)
        {
            await using TestClient client = Client();
            return (await client.RequestAsync(HttpMethod.Get, "/me", headers: new() { [header] = who })).GetProperty("n").GetInt32();
        }

        int[] answers = [await AsAsync(alice), await AsAsync(bob), await AsAsync(null), await AsAsync(alice), await AsAsync(bob), await AsAsync(null)];

        Assert.That(answers, Is.EqualTo(new[] { 1, 2, 3, 1, 2, 3 }));
        foreach (string file in _folder.Files)
        {
            string text = System.Text.Encoding.Latin1.GetString(ReadShared(_folder.File(file)));
            Assert.That(text, Does.Not.Contain(alice).And.Not.Contain(bob), "no secret is stored");
        }
    }

    [Test]
    public async Task Two_cookie_jars_and_two_logins_of_a_handler_are_two_users()
    {
        TestClient With(HttpMessageHandler handler) => new(Options()) { Handler = () => handler };
        CookieContainer jar = new();
        jar.Add(new Uri(_server.Url), new Cookie("session", "alice"));
        List<int> answers = [];

        foreach (HttpMessageHandler handler in new HttpMessageHandler[]
        {
            new SocketsHttpHandler { CookieContainer = jar },
            new SocketsHttpHandler(),
            new HttpClientHandler { Credentials = new NetworkCredential("bob", "pw") },
        })
        {
            await using TestClient client = With(handler);
            answers.Add(await NumberAsync(client, "/me"));
        }

        Assert.That(answers, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Secret_query_values_tell_users_apart_and_are_stored_as_a_hash()
    {
        await using TestClient client = Client();

        int alice = await NumberAsync(client, "/me?api_key=alice-secret");
        int bob = await NumberAsync(client, "/me?api_key=bob-secret");
        int again = await NumberAsync(client, "/me?api_key=alice-secret");

        Assert.That((alice, bob, again), Is.EqualTo((1, 2, 1)));
        Assert.That(string.Join("\n", client.Cache!.Keys), Does.Not.Contain("secret"));
    }

    private static readonly TestCaseData[] s_uncacheable =
    [
        new TestCaseData("POST", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}"))).SetArgDisplayNames("POST"),
        new TestCaseData("HEAD", (RequestDelegate)(static c => Task.CompletedTask)).SetArgDisplayNames("HEAD"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", status: 206))).SetArgDisplayNames("206"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", status: 301))).SetArgDisplayNames("301"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", status: 404))).SetArgDisplayNames("404"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", status: 500))).SetArgDisplayNames("500"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", "text/plain"))).SetArgDisplayNames("text/plain"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{}", contentType: null))).SetArgDisplayNames("no content type"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{\"a\":"))).SetArgDisplayNames("broken JSON"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "1,\"status\":500"))).SetArgDisplayNames("JSON that would break out of its record"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, "{} {}"))).SetArgDisplayNames("two values"),
        new TestCaseData("GET", (RequestDelegate)(static c => LoopbackServer.WriteAsync(c, $"\"{new string('x', 2000)}\""))).SetArgDisplayNames("too long"),
        new TestCaseData("GET", (RequestDelegate)CutAsync).SetArgDisplayNames("cut short"),
    ];

    [TestCaseSource(nameof(s_uncacheable))]
    public async Task What_is_no_whole_JSON_answer_to_a_GET_is_not_cached(string method, RequestDelegate answer)
    {
        _server.On("/x", answer);
        await using TestClient client = Client(static o => o.MaxResponseBytes = 1000);

        for (int i = 0; i < 2; i++)
        {
            try
            {
                await client.RequestAsync<string>(new HttpMethod(method), "/x");
            }
            catch (ApiWrapperException)
            {
                // Some of these are errors, and that is not what is asked here.
            }
        }

        Assert.That(_server.Count, Is.EqualTo(2));
        Assert.That(client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task An_answer_that_is_too_long_for_the_cache_comes_whole_all_the_same()
    {
        string text = new('x', 5000);
        _server.On("/chunked", async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("\"" + text);
            await c.Response.Body.FlushAsync();
            await c.Response.WriteAsync("\"");
        });
        await using TestClient client = Client(static o => o.MaxResponseBytes = 1000);

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/chunked", expected: Expected.Json), Is.EqualTo(text));
        Assert.That(client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task What_is_declared_JSON_is_cached_whatever_its_type()
    {
        _server.On("/x", "[1]", "text/plain");
        await using TestClient client = Client();

        await client.RequestAsync(HttpMethod.Get, "/x", expected: Expected.Json);
        await client.RequestAsync(HttpMethod.Get, "/x", expected: Expected.Json);

        Assert.That(_server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task JSON_in_another_charset_is_kept_as_UTF8()
    {
        _server.On("/x", c =>
        {
            c.Response.ContentType = "application/json; charset=utf-16";
            return c.Response.Body.WriteAsync(System.Text.Encoding.Unicode.GetBytes("\"grüß\"")).AsTask();
        });
        await using TestClient client = Client();

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/x", expected: Expected.Json), Is.EqualTo("grüß"));
        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/x", expected: Expected.Json), Is.EqualTo("grüß"));
        Assert.That(_server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_the_caller_cannot_use_is_forgotten()
    {
        await using TestClient client = Client();

        Assert.That(() => client.RequestAsync<List<int>>(HttpMethod.Get, "/x"), Throws.TypeOf<ApiDecodeException>());

        Assert.That(client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task A_hundred_concurrent_GETs_make_one_request()
    {
        TaskCompletionSource go = new();
        _server.On("/slow", async c =>
        {
            await go.Task;
            await LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();

        Task<JsonElement>[] callers = [.. Enumerable.Range(0, 100).Select(_ => client.RequestAsync(HttpMethod.Get, "/slow"))];
        go.SetResult();
        await Task.WhenAll(callers);

        Assert.That(_server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hundred_callers_at_all_times_never_see_a_second_request()
    {
        await using TestClient client = Client();

        for (int round = 0; round < 20; round++)
        {
            int before = _server.Count;
            string path = $"/round{round}";
            await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, ct) => await client.RequestAsync(HttpMethod.Get, path, cancellationToken: ct));
            Assert.That(_server.Count - before, Is.EqualTo(1), $"round {round}");
        }
    }

    [Test]
    public async Task A_caller_who_gives_up_neither_stops_the_others_nor_the_filling_of_the_cache()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource go = new();
        _server.On("/slow", async c =>
        {
            asked.TrySetResult();
            await go.Task;
            await LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();
        using CancellationTokenSource impatient = new();

        Task<JsonElement> first = client.RequestAsync(HttpMethod.Get, "/slow", cancellationToken: impatient.Token);
        await asked.Task;
        Task<JsonElement> second = client.RequestAsync(HttpMethod.Get, "/slow");
        await impatient.CancelAsync();
        Assert.That(() => first, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That((await second).GetArrayLength(), Is.EqualTo(1));
        Assert.That((await client.RequestAsync(HttpMethod.Get, "/slow")).GetArrayLength(), Is.EqualTo(1));
        Assert.That(_server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_answer_of_a_caller_who_gave_up_still_fills_the_cache()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource go = new();
        _server.On("/slow", async c =>
        {
            asked.TrySetResult();
            await go.Task;
            await LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();
        using CancellationTokenSource impatient = new();

        Task<JsonElement> only = client.RequestAsync(HttpMethod.Get, "/slow", cancellationToken: impatient.Token);
        await asked.Task;
        await impatient.CancelAsync();
        Assert.That(() => only, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That(client.Cache!.Has(client.GetCacheKey("/slow")), Is.True, "asking for the cache waits for what is under way");
    }

    [Test]
    public async Task An_error_is_shared_by_those_who_waited_and_asked_anew_by_the_next()
    {
        TaskCompletionSource go = new();
        _server.On("/bad", async c =>
        {
            await go.Task;
            await LoopbackServer.WriteAsync(c, "\"why\"", status: 500);
        });
        await using TestClient client = Client();

        Task<JsonElement>[] callers = [.. Enumerable.Range(0, 5).Select(_ => client.RequestAsync(HttpMethod.Get, "/bad"))];
        go.SetResult();

        foreach (Task<JsonElement> caller in callers)
            Assert.That((await Assert.ThrowsAsync<ApiHttpException>(() => caller))!.Body, Is.EqualTo("\"why\""));
        Assert.That(_server.Count, Is.EqualTo(1));
        Assert.That(() => client.RequestAsync(HttpMethod.Get, "/bad"), Throws.TypeOf<ApiHttpException>());
        Assert.That(_server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_stale_answer_that_the_server_confirms_is_fresh_again()
    {
        _server.On("/x", c =>
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
        _time.Advance(TimeSpan.FromMinutes(6));
        JsonElement confirmed = await client.RequestAsync(HttpMethod.Get, "/x");
        _time.Advance(TimeSpan.FromMinutes(4));
        await client.RequestAsync(HttpMethod.Get, "/x");

        Assert.That(confirmed.GetArrayLength(), Is.EqualTo(1));
        Assert.That(_server.Count, Is.EqualTo(2));
    }

    [TestCase("no/such/\0/folder.db")]
    [TestCase(".")]
    public async Task A_cache_that_cannot_be_opened_never_breaks_a_request(string path)
    {
        Directory.CreateDirectory(_folder.File("dir.db"));
        await using TestClient client = Client(o => o.CachePath = path == "." ? _folder.File("dir.db") : path);

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(1));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(client.Cache, Is.Null);
    }

    [Test]
    public async Task A_cache_that_fails_later_never_breaks_a_request()
    {
        Cache cache = new(_folder.File("shared.db"));
        await using TestClient client = Client(o => o.Cache = cache);
        await NumberAsync(client, "/x");
        cache.Close();

        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(2));
        Assert.That(await NumberAsync(client, "/x"), Is.EqualTo(3));
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
        _server.On("/x", static c =>
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
    public async Task The_log_has_the_requests_that_went_out_without_secrets()
    {
        await using TestClient client = Client(o => o.RequestLogPath = _folder.File("requests.log"));

        await NumberAsync(client, "/x?token=secret&a=1");
        await NumberAsync(client, "/x?token=secret&a=1");
        await client.RequestAsync(HttpMethod.Post, "/y");

        Assert.That(client.RequestLogger!.AsList().Select(static r => (r.Uri, r.Status)), Is.EqualTo(new[] { (_server.Url + "/x?token=***&a=1", 200), (_server.Url + "/y", 200) }));
    }

    [Test]
    public async Task A_range_or_a_condition_of_the_callers_own_goes_past_the_cache()
    {
        await using TestClient client = Client();
        await NumberAsync(client, "/x");

        JsonElement part = await client.RequestAsync(HttpMethod.Get, "/x", headers: new() { ["Range"] = "bytes=0-1" });

        Assert.That(part.GetProperty("n").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_handler_works_alone()
    {
        using Cache cache = new(_folder.File("alone.db"), new CacheOptions { TimeProvider = _time });
        using HttpClient http = new(new CachingHandler(cache, new CachingHandlerOptions { DefaultExpiry = TimeSpan.FromMinutes(1), TimeProvider = _time }) { InnerHandler = new SocketsHttpHandler() });

        string first = await http.GetStringAsync(new Uri(_server.Url + "/x"));
        string second = await http.GetStringAsync(new Uri(_server.Url + "/x"));

        Assert.That((first, second), Is.EqualTo(("""{"n":1}""", """{"n":1}""")));
    }

    private static async Task CutAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("[1]");
        await context.Response.Body.FlushAsync();
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<int> NumberAsync(TestClient client, string path) => (await client.RequestAsync(HttpMethod.Get, path)).GetProperty("n").GetInt32();

    private ApiWrapperOptions Options() => new()
    {
        Origins = { ["api"] = _server.Url },
        CachePath = _folder.File("cache.db"),
        DefaultExpiry = TimeSpan.FromMinutes(5),
        TimeProvider = _time,
    };

    private TestClient Client(Action<ApiWrapperOptions>? set = null)
    {
        ApiWrapperOptions options = Options();
        set?.Invoke(options);
        return new TestClient(options);
    }
}
