using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class RequestTests
{
    private LoopbackServer _server = null!;
    private TestClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackServer.StartAsync();
        _client = TestClient.To(_server.Url + "/v1/");
    }

    [TearDown]
    public async Task Stop()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [TestCase("/a")]
    [TestCase("a")]
    public async Task A_path_goes_below_the_base_address_with_or_without_slashes(string path)
    {
        _server.On("/v1/a", "[1,2]");

        Assert.That(await _client.RequestAsync<List<int>>(HttpMethod.Get, path), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Query_values_are_escaped_nulls_dropped_and_collections_repeated()
    {
        _server.On("*", "null");

        await _client.RequestAsync(HttpMethod.Get, "/q?x=1", query: new() { ["a b"] = "ü&=", ["none"] = null, ["n"] = 1.5, ["t"] = new[] { "x", "y" }, ["yes"] = true });

        Assert.That(_server.Requests.Single(), Is.EqualTo("GET /v1/q?x=1&a%20b=%C3%BC%26%3D&n=1.5&t=x&t=y&yes=true"));
    }

    [Test]
    public async Task A_body_of_JSON_is_sent_as_it_is()
    {
        _server.On("/v1/echo", EchoAsync);

        JsonElement echo = await _client.RequestAsync(HttpMethod.Post, "/echo", jsonBody: new JsonObject { ["n"] = 1 });

        Assert.That(echo.GetProperty("body").GetString(), Is.EqualTo("""{"n":1}"""));
        Assert.That(echo.GetProperty("type").GetString(), Is.EqualTo("application/json; charset=utf-8"));
    }

    [Test]
    public async Task A_form_is_sent_url_encoded_and_with_files_as_multipart_whose_streams_are_disposed()
    {
        _server.On("/v1/echo", EchoAsync);
        MemoryStream file = new("content"u8.ToArray());

        JsonElement form = await _client.RequestAsync(HttpMethod.Put, "/echo", form: new() { ["a"] = "1 2", ["b"] = null });
        JsonElement upload = await _client.RequestAsync(HttpMethod.Post, "/echo", form: new() { ["a"] = 1 }, files: [new ApiFile("doc", file, "d.txt", "text/plain")]);

        Assert.That(form.GetProperty("body").GetString(), Is.EqualTo("a=1+2"));
        Assert.That(upload.GetProperty("type").GetString(), Does.StartWith("multipart/form-data"));
        Assert.That(upload.GetProperty("body").GetString(), Does.Contain("filename=d.txt").And.Contain("content").And.Contain("text/plain"));
        Assert.That(file.CanRead, Is.False);
    }

    [Test]
    public async Task Headers_come_from_the_client_and_from_the_request()
    {
        _server.OnJson("/v1/h", static c => $"\"{c.Request.Headers.UserAgent} {c.Request.Headers["X-Mine"]}\"");
        await using TestClient client = new(new ApiWrapperOptions { Origins = { ["api"] = _server.Url + "/v1" } }) { OnConfigure = static http => http.DefaultRequestHeaders.UserAgent.ParseAdd("tester/1") };

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/h", headers: new() { ["X-Mine"] = 7 }), Is.EqualTo("\"tester/1 7\""));
        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/h", headers: new() { ["X-Mine"] = 7 }, expected: Expected.Json), Is.EqualTo("tester/1 7"));
    }

    [Test]
    public async Task Text_and_bytes_come_as_they_are()
    {
        _server.On("/v1/t", "grüß", "text/plain; charset=utf-8");
        _server.On("/v1/latin", c =>
        {
            c.Response.ContentType = "text/plain; charset=iso-8859-1";
            return c.Response.Body.WriteAsync(new byte[] { 0xE9 }).AsTask();
        });

        Assert.That(await _client.RequestAsync<string>(HttpMethod.Get, "/t"), Is.EqualTo("grüß"));
        Assert.That(await _client.RequestAsync<byte[]>(HttpMethod.Get, "/t", expected: Expected.Bytes), Is.EqualTo("grüß"u8.ToArray()));
        Assert.That(await _client.RequestAsync<string>(HttpMethod.Get, "/latin"), Is.EqualTo("é"));
    }

    [Test]
    public async Task An_answer_without_a_body_is_null_or_default()
    {
        _server.On("*", static c =>
        {
            c.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        Assert.That(await _client.RequestAsync<string?>(HttpMethod.Delete, "/x"), Is.Null);
        Assert.That(await _client.RequestAsync<int>(HttpMethod.Delete, "/x"), Is.Zero);
        Assert.That((await _client.RequestAsync(HttpMethod.Get, "/x")).ValueKind, Is.EqualTo(JsonValueKind.Undefined));
    }

    [TestCase("http://evil.example/steal")]
    [TestCase("https://127.0.0.1/other-scheme")]
    [TestCase("http://127.0.0.1:1/other-port")]
    public async Task An_absolute_URL_elsewhere_is_refused_before_anything_is_sent(string url)
    {
        ArgumentException e = (await Assert.ThrowsAsync<ArgumentException>(() => _client.RequestAsync(HttpMethod.Get, url)))!;

        Assert.That(e.Message, Does.Contain("none of the client's origins"));
    }

    [Test]
    public async Task An_absolute_URL_on_our_origin_is_taken()
    {
        _server.On("/other", "7");

        Assert.That(await _client.RequestAsync<int>(HttpMethod.Get, _server.Url + "/other?page=2"), Is.EqualTo(7));
    }

    [Test]
    public async Task The_origin_of_a_request_can_be_chosen()
    {
        await using LoopbackServer auth = await LoopbackServer.StartAsync();
        auth.On("/token", "\"t\"");
        await using TestClient client = new(new ApiWrapperOptions { Origins = { ["api"] = _server.Url, ["auth"] = auth.Url }, DefaultOrigin = "api" });

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/token", origin: "auth"), Is.EqualTo("\"t\""));
        Assert.That(() => client.RequestAsync(HttpMethod.Get, "/token", origin: "nope"), Throws.ArgumentException.With.Message.Contain("\"api\", \"auth\""));
    }

    [TestCase("a/b c", "a%2Fb%20c")]
    [TestCase("ü", "%C3%BC")]
    public void A_value_becomes_one_segment(string value, string segment) => Assert.That(ApiWrapper.PathValue(value), Is.EqualTo(segment));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void What_cannot_be_a_segment_is_refused(string value) => Assert.That(() => ApiWrapper.PathValue(value), Throws.ArgumentException);

    [Test]
    public void Options_are_checked_at_construction_and_the_message_names_the_choices()
    {
        Assert.That(() => new TestClient(new ApiWrapperOptions()), Throws.ArgumentException.With.Message.Contain("at least one origin"));
        Assert.That(() => new TestClient(new ApiWrapperOptions { Origins = { ["a"] = "ftp://x" } }), Throws.ArgumentException.With.Message.Contain("\"ftp://x\""));
        Assert.That(
            () => new TestClient(new ApiWrapperOptions { Origins = { ["a"] = "http://x", ["b"] = "http://y" }, DefaultOrigin = "c" }),
            Throws.ArgumentException.With.Message.Contain("\"a\", \"b\""));
        Assert.That(() => new TestClient(new ApiWrapperOptions { Origins = { ["a"] = "http://x", ["b"] = "http://y" } }), Throws.ArgumentException.With.Message.Contain("\"a\", \"b\""));
    }

    [Test]
    public async Task A_handler_of_the_users_own_connects_where_it_likes_while_the_origin_keeps_its_name()
    {
        _server.OnJson("/x", static c => $"\"{c.Request.Host}\"");
        Uri real = new(_server.Url);
        await using TestClient client = new(new ApiWrapperOptions { Origins = { ["api"] = "http://api.example.com" } })
        {
            Handler = () => new SocketsHttpHandler
            {
                ConnectCallback = async (_, ct) =>
                {
                    System.Net.Sockets.Socket socket = new(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                    await socket.ConnectAsync(IPAddress.Loopback, real.Port, ct);
                    return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
                },
            },
        };

        Assert.That(await client.RequestAsync<string>(HttpMethod.Get, "/x", expected: Expected.Json), Is.EqualTo("api.example.com"));
        Assert.That(client.GetCacheKey("/x"), Does.EndWith(":api:GET http://api.example.com/x"));
    }

    [Test]
    public async Task A_client_handed_in_sends_the_requests_with_its_headers_and_is_not_disposed()
    {
        _server.OnJson("/v1/h", static c => $"\"{c.Request.Headers["X-Given"]}\"");
        using HttpClient given = new();
        given.DefaultRequestHeaders.Add("X-Given", "yes");
        TestClient client = TestClient.To(_server.Url + "/v1", set: o => o.HttpClient = given);

        string answer = await client.RequestAsync<string>(HttpMethod.Get, "/h", expected: Expected.Json);
        await client.DisposeAsync();

        Assert.That(answer, Is.EqualTo("yes"));
        Assert.That(await given.GetStringAsync(_server.Url + "/v1/h"), Is.EqualTo("\"yes\""));
    }

    [Test]
    public async Task A_closed_client_says_so()
    {
        await _client.DisposeAsync();
        _client.Close();

        Assert.That(() => _client.RequestAsync(HttpMethod.Get, "/x"), Throws.TypeOf<ObjectDisposedException>());
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        JsonObject echo = new() { ["body"] = await reader.ReadToEndAsync(), ["type"] = context.Request.ContentType };
        await LoopbackServer.WriteAsync(context, echo.ToJsonString());
    }
}
