using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PyperCache.Core.Tests;
using PyperCache.Core.Tests.Http;
using PyperCache.Http;
using Refit;

namespace PyperCache.Tests.Refit;

/// <summary>Whatever Refit takes and gives works through a client, and is cached where it can be.</summary>
public class FormsTests
{
    private TempFolder _folder = null!;
    private LoopbackServer _server = null!;
    private FormsClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = new TempFolder();
        _server = await LoopbackServer.StartAsync();
        _server.On("*", EchoAsync);
        _client = new FormsClient(new ApiWrapperOptions { Origins = { ["api"] = _server.Url }, CachePath = _folder.Path("forms.db") });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Methods_and_policies_are_inherited_from_a_generic_interface()
    {
        Assert.That(((await _client.ReadAsync(1)).N, (await _client.ReadAsync(1)).N), Is.EqualTo((1, 1)));
        Assert.That(((await _client.ReadFreshAsync()).N, (await _client.ReadFreshAsync()).N), Is.EqualTo((2, 3)));
        await _client.DeleteAsync(1);
        Assert.That(_client, Is.InstanceOf<IReadApi<Echo>>());
        Assert.That((await _client.ReadAsync(1)).N, Is.EqualTo(5), "the write was the fourth");
    }

    [Test]
    public async Task Overloads_are_kept_apart()
    {
        string[] urls =
        [
            (await _client.OverloadedAsync()).Url,
            (await _client.OverloadedAsync(7)).Url,
            (await _client.OverloadedAsync(7, isLong: true)).Url,
            (await _client.OverloadedAsync(7, "a/b c")).Url,
        ];

        Assert.That(urls, Is.EqualTo(new[] { "/overloaded", "/overloaded/7?long=False", "/overloaded/7?long=True", "/overloaded/7/a/b%20c" }));
    }

    [Test]
    public async Task Headers_are_sent_and_tell_answers_apart_when_they_are_credentials()
    {
        Echo mine = await _client.HeadersAsync("de", "mine");
        Echo other = await _client.HeaderCollectionAsync(new Dictionary<string, string> { ["Accept-Language"] = "en" });
        Echo alice = await _client.AuthorizedAsync("alice");
        Echo bob = await _client.AuthorizedAsync("bob");

        Assert.That((mine.Language, mine.Tenant), Is.EqualTo(("de", "mine")));
        Assert.That((other.Language, other.Tenant, other.N), Is.EqualTo(("en", "default", 2)), "the answer varies by both");
        Assert.That(bob.N, Is.Not.EqualTo(alice.N));
        Assert.That((await _client.AuthorizedAsync("alice")).N, Is.EqualTo(alice.N));
    }

    [Test]
    public async Task Value_tasks_and_observables_are_cached_like_tasks()
    {
        Assert.That(((await _client.ValueTaskAsync()).N, (await _client.ValueTaskAsync()).N), Is.EqualTo((1, 1)));
        Assert.That(((await FirstAsync(_client.Observe())).N, (await FirstAsync(_client.Observe())).N), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Wrapped_answers_of_all_kinds_tell_where_they_came_from()
    {
        for (int round = 0; round < 2; round++)
        {
            CacheStatus expected = round == 0 ? CacheStatus.Miss : CacheStatus.Hit;
            using IApiResponse<Echo> wrapped = await _client.WrappedAsync();
            using IApiResponse headers = await _client.OnlyHeadersAsync();
            using ApiResponse<Stream> stream = await _client.WrappedStreamAsync();
            using StreamReader reader = new(stream.Content!);

            Assert.That(wrapped.Content!.Url, Is.EqualTo("/wrapped"));
            Assert.That(headers.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(JsonNode.Parse(await reader.ReadToEndAsync())!["url"]!.GetValue<string>(), Is.EqualTo("/wrapped/stream"));
            Assert.That(
                new[] { wrapped.RequestMessage, headers.RequestMessage, stream.RequestMessage }.Select(static m => m!.GetCacheStatus()),
                Is.All.EqualTo(expected));
        }
    }

    [Test]
    public async Task Content_comes_as_it_is()
    {
        for (int round = 0; round < 2; round++)
        {
            using HttpContent content = await _client.ContentAsync();
            Assert.That(JsonNode.Parse(await content.ReadAsStringAsync())!["n"]!.GetValue<int>(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Bodies_of_all_kinds_arrive()
    {
        string file = _folder.Path("b.txt");
        await File.WriteAllTextAsync(file, "of a file");

        Assert.That((await _client.FormAsync(new() { ["a"] = "1 2" })).Body, Is.EqualTo("a=1+2"));
        Assert.That((await _client.TextAsync("plain")).Body, Is.EqualTo("plain"));
        Assert.That((await _client.StreamAsync(new MemoryStream("streamed"u8.ToArray()))).Body, Is.EqualTo("streamed"));
        Assert.That(
            (await _client.FilesAsync(new ByteArrayPart("of bytes"u8.ToArray(), "a.bin"), new FileInfoPart(new FileInfo(file), "b.txt"))).Body,
            Does.Contain("of bytes").And.Contain("of a file").And.Contain("filename=a.bin"));
    }

    [Test]
    public async Task A_GET_with_a_body_is_cached_by_its_body()
    {
        int[] answers =
        [
            (await _client.SearchWithBodyAsync(new NewWidget("a"))).N,
            (await _client.SearchWithBodyAsync(new NewWidget("b"))).N,
            (await _client.SearchWithBodyAsync(new NewWidget("a"))).N,
        ];

        Assert.That(answers, Is.EqualTo(new[] { 1, 2, 1 }));
    }

    [Test]
    public async Task A_HEAD_is_no_GET()
    {
        (await _client.HeadAsync(1)).Dispose();
        (await _client.HeadAsync(1)).Dispose();
        await _client.ReadAsync(1);

        Assert.That(_server.Requests, Is.EqualTo(new[] { "HEAD /items/1", "HEAD /items/1", "GET /items/1" }));
    }

    [Test]
    public async Task A_link_is_followed_on_our_origin_and_refused_elsewhere_before_anything_is_sent()
    {
        await using LoopbackServer evil = await LoopbackServer.StartAsync();

        Assert.That((await _client.FollowAsync(_server.Url + "/next?page=2")).Url, Is.EqualTo("/next?page=2"));
        await Assert.ThatAsync(() => _client.FollowAsync(evil.Url + "/steal"), Throws.ArgumentException);
        Assert.That(evil.Count, Is.Zero);
    }

    [Test]
    public async Task A_path_that_would_name_another_host_does_not_leave_home()
    {
        await using LoopbackServer evil = await LoopbackServer.StartAsync();
        HttpClient http = _client.GetHttpClient();

        await Assert.ThatAsync(() => http.GetAsync(new Uri($"//{new Uri(evil.Url).Authority}/steal", UriKind.Relative)), Throws.ArgumentException);
        Echo echo = await _client.RequestAsync<Echo>(HttpMethod.Get, $"//{new Uri(evil.Url).Authority}/steal");

        Assert.That(echo.Url, Does.EndWith("/steal"));
        Assert.That(evil.Count, Is.Zero);
    }

    [Test]
    public async Task The_time_that_Refit_gives_a_method_cancels_the_caller_and_the_answer_still_fills_the_cache()
    {
        TaskCompletionSource go = new();
        _server.On("/slow", async c =>
        {
            await go.Task;
            await EchoAsync(c);
        });

        await Assert.ThatAsync(() => _client.SlowAsync(), Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That(_client.Cache!.Count, Is.EqualTo(1));
    }

    private static Task<T> FirstAsync<T>(IObservable<T> source)
    {
        FirstValue<T> first = new();
        source.Subscribe(first);
        return first.Value;
    }

    private async Task EchoAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using StreamReader reader = new(request.Body);
        JsonObject echo = new()
        {
            ["n"] = _server.Count,
            ["url"] = Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(request),
            ["language"] = request.Headers.AcceptLanguage.ToString(),
            ["tenant"] = request.Headers["X-Tenant"].ToString(),
            ["body"] = await reader.ReadToEndAsync(),
        };
        context.Response.Headers.Vary = "Accept-Language, X-Tenant";
        await LoopbackServer.WriteAsync(context, echo.ToJsonString());
    }

    private sealed class FirstValue<T> : IObserver<T>
    {
        private readonly TaskCompletionSource<T> _value = new();

        public Task<T> Value => _value.Task;

        public void OnCompleted() => _value.TrySetCanceled();

        public void OnError(Exception error) => _value.TrySetException(error);

        public void OnNext(T value) => _value.TrySetResult(value);
    }
}
