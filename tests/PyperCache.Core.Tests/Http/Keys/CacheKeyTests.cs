using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class CacheKeyTests : CachingFixture
{
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
        foreach (string file in Folder.Files)
        {
            string text = System.Text.Encoding.Latin1.GetString(ReadShared(Folder.Path(file)));
            Assert.That(text, Does.Not.Contain(alice).And.Not.Contain(bob), "no secret is stored");
        }
    }

    [Test]
    public async Task A_header_named_in_the_options_tells_users_apart_and_others_do_not()
    {
        await using TestClient client = Client(static o => o.KeyHeaders.Add("X-Tenant"));
        async Task<int> AsAsync(string header, string value) =>
            (await client.RequestAsync(HttpMethod.Get, "/me", headers: new() { [header] = value })).GetProperty("n").GetInt32();

        int[] answers = [await AsAsync("x-tenant", "a"), await AsAsync("X-Tenant", "b"), await AsAsync("X-Tenant", "a"), await AsAsync("X-Trace", "1"), await AsAsync("X-Trace", "2")];

        Assert.That(answers, Is.EqualTo(new[] { 1, 2, 1, 3, 3 }));
    }

    [Test]
    public async Task Who_is_known_only_behind_the_cache_is_told_by_the_program()
    {
        string user = "alice";
        await using TestClient client = Client(o =>
        {
            o.Identity = _ => user;
            o.HandlerFactory = () => new TokenHandler(() => user) { InnerHandler = new SocketsHttpHandler() };
        });
        Server.OnJson("/me", c => $"{{\"n\":\"{c.Request.Headers.Authorization}\"}}");
        async Task<string?> MeAsync() => (await client.RequestAsync(HttpMethod.Get, "/me")).GetProperty("n").GetString();

        string?[] answers = [await MeAsync(), await MeAsync(), (user = "bob") is null ? null : await MeAsync(), await MeAsync()];

        Assert.That(answers, Is.EqualTo(new[] { "Bearer alice", "Bearer alice", "Bearer bob", "Bearer bob" }));
        Assert.That(Server.Count, Is.EqualTo(2));
        Assert.That(string.Join("\n", client.Cache!.Keys), Does.Not.Contain("alice").And.Not.Contain("bob"));
    }

    [Test]
    public async Task Two_client_certificates_are_two_users()
    {
        using RSA rsa = RSA.Create(2048);
        List<int> answers = [];
        foreach (string name in new[] { "CN=alice", "CN=bob", "CN=alice" })
        {
            using X509Certificate2 certificate = new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .Create(new X500DistinguishedName(name), X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), [1]);
            SocketsHttpHandler handler = new();
            handler.SslOptions.ClientCertificates = [certificate];
            await using TestClient client = new(Options()) { Handler = () => handler };
            answers.Add(await NumberAsync(client, "/me"));
        }

        Assert.That(answers, Is.EqualTo(new[] { 1, 2, 1 }));
    }

    [Test]
    public async Task Two_cookie_jars_and_two_logins_of_a_handler_are_two_users()
    {
        TestClient With(HttpMessageHandler handler) => new(Options()) { Handler = () => handler };
        CookieContainer jar = new();
        jar.Add(new Uri(Server.Url), new Cookie("session", "alice"));
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

    /// <summary>Adds a token where the cache does not see it.</summary>
    private sealed class TokenHandler(Func<string> token) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new("Bearer", token());
            return base.SendAsync(request, cancellationToken);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
