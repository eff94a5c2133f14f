using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class CacheableTests : CachingFixture
{
    private static readonly TestCaseData[] s_uncacheable =
    [
        Case("POST", "POST", static c => LoopbackServer.WriteAsync(c, "{}")),
        Case("HEAD", "HEAD", static c => Task.CompletedTask),
        Case("206", "GET", static c => LoopbackServer.WriteAsync(c, "{}", status: 206)),
        Case("301", "GET", static c => LoopbackServer.WriteAsync(c, "{}", status: 301)),
        Case("404", "GET", static c => LoopbackServer.WriteAsync(c, "{}", status: 404)),
        Case("500", "GET", static c => LoopbackServer.WriteAsync(c, "{}", status: 500)),
        Case("text/plain", "GET", static c => LoopbackServer.WriteAsync(c, "{}", "text/plain")),
        Case("no content type", "GET", static c => LoopbackServer.WriteAsync(c, "{}", contentType: null)),
        Case("broken JSON", "GET", static c => LoopbackServer.WriteAsync(c, "{\"a\":")),
        Case("JSON that would break out of its record", "GET", static c => LoopbackServer.WriteAsync(c, "1,\"status\":500")),
        Case("two values", "GET", static c => LoopbackServer.WriteAsync(c, "{} {}")),
        Case("too long", "GET", static c => LoopbackServer.WriteAsync(c, $"\"{new string('x', 2000)}\"")),
        Case("cut short", "GET", CutAsync),
    ];

    [TestCaseSource(nameof(s_uncacheable))]
    public async Task What_is_no_whole_JSON_answer_to_a_GET_is_not_cached(string method, RequestDelegate answer)
    {
        Server.On("/x", answer);
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

        Assert.That(Server.Count, Is.EqualTo(2));
        Assert.That(client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task An_answer_that_is_too_long_for_the_cache_comes_whole_all_the_same()
    {
        string text = new('x', 5000);
        Server.On("/chunked", async c =>
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
        Server.On("/x", "[1]", "text/plain");
        await using TestClient client = Client();

        await client.RequestAsync(HttpMethod.Get, "/x", expected: Expected.Json);
        await client.RequestAsync(HttpMethod.Get, "/x", expected: Expected.Json);

        Assert.That(Server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task JSON_in_another_charset_is_kept_as_UTF8()
    {
        Server.On("/x", c =>
        {
            c.Response.ContentType = "application/json; charset=utf-16";
            return c.Response.Body.WriteAsync(System.Text.Encoding.Unicode.GetBytes("\"grüß\"")).AsTask();
        });
        await using TestClient client = Client();

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/x", expected: Expected.Json), Is.EqualTo("grüß"));
        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/x", expected: Expected.Json), Is.EqualTo("grüß"));
        Assert.That(Server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_the_caller_cannot_use_is_forgotten()
    {
        await using TestClient client = Client();

        Assert.That(() => client.RequestAsync<List<int>>(HttpMethod.Get, "/x"), Throws.TypeOf<ApiDecodeException>());

        Assert.That(client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task A_range_or_a_condition_of_the_callers_own_goes_past_the_cache()
    {
        await using TestClient client = Client();
        await NumberAsync(client, "/x");

        JsonElement part = await client.RequestAsync(HttpMethod.Get, "/x", headers: new() { ["Range"] = "bytes=0-1" });

        Assert.That(part.GetProperty("n").GetInt32(), Is.EqualTo(2));
    }

    private static TestCaseData Case(string name, string method, RequestDelegate answer) => new TestCaseData(method, answer).SetArgDisplayNames(name);

    private static async Task CutAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("[1]");
        await context.Response.Body.FlushAsync();
    }
}
