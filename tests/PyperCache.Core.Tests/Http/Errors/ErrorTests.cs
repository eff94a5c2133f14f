using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class ErrorTests
{
    private LoopbackServer _server = null!;

    [SetUp]
    public async Task Start() => _server = await LoopbackServer.StartAsync();

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCase(400)]
    [TestCase(404)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task An_error_status_is_an_exception_with_all_that_is_known(int status)
    {
        _server.On("/x", """{"code":7}""", status: status);
        await using TestClient client = TestClient.To(_server.Url);

        ApiHttpException e = (await Assert.ThrowsAsync<ApiHttpException>(() => client.RequestAsync(HttpMethod.Get, "/x?token=secret&b=1")))!;

        Assert.That(e.StatusCode, Is.EqualTo((HttpStatusCode)status));
        Assert.That(e.Url, Is.EqualTo(_server.Url + "/x?token=***&b=1"));
        Assert.That(e.Method, Is.EqualTo(HttpMethod.Get));
        Assert.That(e.Body, Is.EqualTo("""{"code":7}"""));
        Assert.That(e.GetBodyAs<Dictionary<string, int>>()!["code"], Is.EqualTo(7));
        Assert.That(e.Problem, Is.Null);
        Assert.That(e, Is.InstanceOf<ApiWrapperException>());
    }

    [Test]
    public async Task Problem_details_are_read()
    {
        _server.On("/x", """{"type":"https://e.example/t","title":"No","status":422,"detail":"d","errors":{"name":["too short","odd"]},"extra":1}""", "application/problem+json", 422);
        await using TestClient client = TestClient.To(_server.Url);

        ProblemDetails problem = (await Assert.ThrowsAsync<ApiHttpException>(() => client.RequestAsync(HttpMethod.Post, "/x")))!.Problem!;

        Assert.That((problem.Type, problem.Title, problem.Status, problem.Detail, problem.Instance), Is.EqualTo(("https://e.example/t", "No", 422, "d", (string?)null)));
        Assert.That(problem.Errors["name"], Is.EqualTo(new[] { "too short", "odd" }));
        Assert.That(problem.Body.GetProperty("extra").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_does_not_answer_in_time_is_a_timeout_inside_our_exception()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource asked = new();
        _server.On("/slow", async c =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        await using TestClient client = TestClient.To(_server.Url, set: o => (o.TimeProvider, o.Timeout) = (time, TimeSpan.FromSeconds(10)));

        Task<JsonElement> request = client.RequestAsync(HttpMethod.Post, "/slow");
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(11));

        ApiTimeoutException e = (await Assert.ThrowsAsync<ApiTimeoutException>(() => request))!;
        Assert.That(e.InnerException, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task A_body_that_stalls_is_a_timeout_too()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource begun = new();
        _server.On("/stall", async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("[1,");
            await c.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        await using TestClient client = TestClient.To(_server.Url, set: o => o.TimeProvider = time);

        Task<JsonElement> request = client.RequestAsync(HttpMethod.Get, "/stall", timeout: TimeSpan.FromSeconds(3));
        await begun.Task;
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.That((await Assert.ThrowsAsync<ApiTimeoutException>(() => request))!.Timeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task The_callers_own_cancellation_stays_what_it_is()
    {
        TaskCompletionSource asked = new();
        _server.On("/slow", async c =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        await using TestClient client = TestClient.To(_server.Url);
        using CancellationTokenSource mine = new();

        Task<JsonElement> request = client.RequestAsync(HttpMethod.Get, "/slow", cancellationToken: mine.Token);
        await asked.Task;
        await mine.CancelAsync();

        Assert.That(() => request, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_server_that_is_not_there_is_our_exception()
    {
        string url = _server.Url;
        await _server.DisposeAsync();
        await using TestClient client = TestClient.To(url);

        ApiWrapperException e = (await Assert.ThrowsAsync<ApiWrapperException>(() => client.RequestAsync(HttpMethod.Get, "/x")))!;

        Assert.That(e.InnerException, Is.TypeOf<HttpRequestException>());
    }

    [TestCase("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 100\n\n[1,2,3]")]
    [TestCase("HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n7\n[1,2,3]\n")]
    [TestCase("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2000000000\n\n[1,2,3]")]
    public async Task An_answer_that_breaks_off_is_our_exception(string answer)
    {
        await using RawServer raw = new(answer);
        await using TestClient client = TestClient.To(raw.Url);

        Assert.That(() => client.RequestAsync(HttpMethod.Get, "/x"), Throws.TypeOf<ApiWrapperException>());
    }

    [Test]
    public async Task A_length_that_is_a_lie_gets_no_memory_on_trust()
    {
        await using RawServer raw = new("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2000000000\n\n[1,2,3]");
        await using TestClient client = TestClient.To(raw.Url);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.That(() => client.RequestAsync(HttpMethod.Get, "/x"), Throws.TypeOf<ApiWrapperException>());

        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(500_000_000));
    }

    [Test]
    public async Task A_redirect_is_followed_and_a_token_does_not_go_along_to_another_server()
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync();
        other.OnJson("/there", static c => $"\"{c.Request.Headers.Authorization}\"");
        _server.On("/here", c =>
        {
            c.Response.Redirect(other.Url + "/there");
            return Task.CompletedTask;
        });
        await using TestClient client = TestClient.To(_server.Url);

        string answer = await client.RequestAsync<string>(HttpMethod.Get, "/here", expected: Expected.Json, headers: new() { ["Authorization"] = "Bearer secret" });

        Assert.That(answer, Is.Empty);
        Assert.That(other.Count, Is.EqualTo(1));
    }

    [TestCase("[1,2", "application/json")]
    [TestCase("<html>", "text/html")]
    public async Task A_body_that_is_no_JSON_is_a_decode_exception(string body, string type)
    {
        _server.On("/x", body, type);
        await using TestClient client = TestClient.To(_server.Url);

        ApiDecodeException e = (await Assert.ThrowsAsync<ApiDecodeException>(() => client.RequestAsync<List<int>>(HttpMethod.Get, "/x")))!;

        Assert.That(e.InnerException, Is.InstanceOf<JsonException>());
        Assert.That(e.Target, Is.EqualTo(typeof(List<int>)));
        Assert.That(e.Errors, Is.Empty);
    }

    [Test]
    public async Task A_type_nobody_knows_is_a_mistake_of_the_program()
    {
        _server.On("/x", "{}");
        await using TestClient client = TestClient.To(_server.Url);

        Assert.That(() => client.RequestAsync<Unknown>(HttpMethod.Get, "/x"), Throws.TypeOf<NotSupportedException>().With.Message.Contain("[ApiModel]"));
    }

    private sealed class Unknown;
}
