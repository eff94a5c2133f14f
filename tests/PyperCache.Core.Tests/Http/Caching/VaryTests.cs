using System.Text.Json;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

/// <summary>An answer that depends on headers of the request, as its <c>Vary</c> says.</summary>
public class VaryTests : CachingFixture
{
    [SetUp]
    public void Speak() => Server.On("/greeting", c =>
    {
        c.Response.Headers.Vary = "Accept-Language, Accept-Encoding";
        return LoopbackServer.WriteAsync(c, $"[\"{c.Request.Headers.AcceptLanguage}\",{Server.Count}]");
    });

    [Test]
    public async Task Requests_that_the_answer_tells_apart_have_answers_of_their_own_also_after_a_restart()
    {
        List<string> answers = [];
        for (int round = 0; round < 2; round++)
        {
            await using TestClient client = Client();
            foreach (string? language in new[] { "de", "en", null, "en", "de" })
                answers.Add(await GreetAsync(client, language));
        }

        string[] once = ["""["de",1]""", """["en",2]""", """["",3]""", """["en",2]""", """["de",1]"""];
        Assert.That(answers, Is.EqualTo(once.Concat(once)));
    }

    [Test]
    public async Task Callers_who_joined_the_fetch_of_another_language_get_their_own()
    {
        TaskCompletionSource go = new();
        Server.On("/greeting", async c =>
        {
            await go.Task;
            c.Response.Headers.Vary = "Accept-Language";
            await LoopbackServer.WriteAsync(c, $"[\"{c.Request.Headers.AcceptLanguage}\"]");
        });
        await using TestClient client = Client();

        Task<string>[] callers = [.. Enumerable.Range(0, 30).Select(i => GreetAsync(client, $"l{i % 3}"))];
        go.SetResult();
        string[] answers = await Task.WhenAll(callers);

        Assert.That(answers, Is.EqualTo(Enumerable.Range(0, 30).Select(static i => $"[\"l{i % 3}\"]")));
        Assert.That(Server.Count, Is.EqualTo(3), "one for each language");
    }

    [Test]
    public async Task An_answer_that_depends_on_anything_is_not_cached()
    {
        Server.On("/any", static c =>
        {
            c.Response.Headers.Vary = "*";
            return LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();

        await client.RequestAsync(HttpMethod.Get, "/any");
        await client.RequestAsync(HttpMethod.Get, "/any");

        Assert.That(Server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task The_headers_values_are_stored_as_hashes_and_what_is_in_the_key_anyway_is_not_stored_again()
    {
        Server.On("/mine", static c =>
        {
            c.Response.Headers.Vary = "Authorization, Cookie, X-Tenant";
            return LoopbackServer.WriteAsync(c, "[1]");
        });
        await using TestClient client = Client();
        await client.RequestAsync(HttpMethod.Get, "/mine", headers: new() { ["Authorization"] = "Bearer alice", ["X-Tenant"] = "tenant-alpha" });

        CacheRecord record = client.Cache!.Get(client.Cache.Keys.Single());

        Assert.That(record.Data.GetProperty("vary").EnumerateObject().Select(static p => p.Name), Is.EqualTo(new[] { "x-tenant" }));
        Assert.That(record.Data.GetRawText(), Does.Not.Contain("alpha").And.Not.Contain("alice"));
    }

    [Test]
    public async Task A_stale_variant_is_confirmed_by_its_own_tag()
    {
        Server.On("/tagged", static c =>
        {
            string language = c.Request.Headers.AcceptLanguage.ToString();
            c.Response.Headers.Vary = "Accept-Language";
            c.Response.Headers.ETag = $"\"{language}\"";
            if (c.Request.Headers.IfNoneMatch == $"\"{language}\"")
            {
                c.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return LoopbackServer.WriteAsync(c, $"[\"{language}\"]");
        });
        await using TestClient client = Client();
        await GreetAsync(client, "de", "/tagged");
        await GreetAsync(client, "en", "/tagged");
        Time.Advance(TimeSpan.FromHours(1));

        Assert.That(await GreetAsync(client, "en", "/tagged"), Is.EqualTo("""["en"]"""));
        Assert.That(await GreetAsync(client, "de", "/tagged"), Is.EqualTo("""["de"]"""));
        Assert.That(await GreetAsync(client, "en", "/tagged"), Is.EqualTo("""["en"]"""));
        Assert.That(Server.Count, Is.EqualTo(4));
    }

    private static async Task<string> GreetAsync(TestClient client, string? language, string path = "/greeting")
    {
        JsonElement answer = await client.RequestAsync(HttpMethod.Get, path, headers: new() { ["Accept-Language"] = language });
        return answer.GetRawText();
    }
}
