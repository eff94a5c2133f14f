using Microsoft.AspNetCore.Http;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class SseTests
{
    private LoopbackServer _server = null!;
    private TestClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await LoopbackServer.StartAsync();
        _client = TestClient.To(_server.Url);
    }

    [TearDown]
    public async Task Stop()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Events_come_by_the_rules_of_WHATWG()
    {
        _server.On("/e", ": comment\n\ndata: one\n\nevent: add\ndata: two\ndata:  lines\nid: 7\nretry: 1500\n\ndata\n\nid\ndata:x\n\nevent: empty\n\ndata: never finished", "text/event-stream; charset=utf-8");

        List<SseEvent> events = await ReadAsync(_client.StreamSseAsync("/e"));

        Assert.That(events, Is.EqualTo(new[]
        {
            new SseEvent("message", "one", null, null),
            new SseEvent("add", "two\n lines", "7", TimeSpan.FromMilliseconds(1500)),
            new SseEvent("message", "", "7", TimeSpan.FromMilliseconds(1500)),
            new SseEvent("message", "x", "7", TimeSpan.FromMilliseconds(1500)),
        }));
    }

    [Test]
    public async Task An_event_is_there_as_soon_as_the_server_has_sent_it()
    {
        TaskCompletionSource go = new();
        _server.On("/e", async c =>
        {
            c.Response.ContentType = "text/event-stream";
            await c.Response.WriteAsync("data: 1\n\n");
            await c.Response.Body.FlushAsync();
            await go.Task;
            await c.Response.WriteAsync("data: 2\n\n");
        });
        List<string> seen = [];

        await foreach (SseEvent e in _client.StreamSseAsync("/e"))
        {
            seen.Add(e.Data);
            go.TrySetResult();
        }

        Assert.That(seen, Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Data_can_be_read_as_JSON()
    {
        _server.On("/e", "data: [1,2]\n\nevent: x\ndata: [3]\n\n", "text/event-stream");

        List<SseEvent<List<int>>> events = await ReadAsync(_client.StreamSseAsync<List<int>>("/e", query: new() { ["a"] = 1 }));

        Assert.That(events.Select(static e => e.Data), Is.EqualTo(new[] { new List<int> { 1, 2 }, new List<int> { 3 } }));
        Assert.That(events[1].Event, Is.EqualTo("x"));
    }

    [Test]
    public async Task Data_that_is_no_JSON_is_a_decode_exception()
    {
        _server.On("/e", "data: [1\n\n", "text/event-stream");

        await Assert.ThatAsync(() => ReadAsync(_client.StreamSseAsync<List<int>>("/e")), Throws.TypeOf<ApiDecodeException>());
    }

    [Test]
    public async Task An_error_status_throws_before_the_first_event_and_nothing_is_sent_before_the_enumeration()
    {
        IAsyncEnumerable<SseEvent> events = _client.StreamSseAsync("/none");
        Assert.That(_server.Count, Is.Zero);

        await Assert.ThatAsync(() => ReadAsync(events), Throws.TypeOf<ApiHttpException>());
    }

    [Test]
    public async Task An_answer_that_is_no_stream_of_events_is_refused()
    {
        _server.On("/e", "{}");

        await Assert.ThatAsync(() => ReadAsync(_client.StreamSseAsync("/e")), Throws.TypeOf<ApiDecodeException>().With.Message.Contain("application/json"));
    }

    [Test]
    public async Task Cancellation_ends_the_stream_and_the_connection()
    {
        TaskCompletionSource gone = new();
        _server.On("/e", async c =>
        {
            c.RequestAborted.Register(gone.SetResult);
            c.Response.ContentType = "text/event-stream";
            await c.Response.WriteAsync("data: 1\n\n");
            await c.Response.Body.FlushAsync();
            await gone.Task;
        });
        using CancellationTokenSource mine = new();

        async Task Read()
        {
            await foreach (SseEvent e in _client.StreamSseAsync("/e").WithCancellation(mine.Token))
                await mine.CancelAsync();
        }

        await Assert.ThatAsync(Read, Throws.InstanceOf<OperationCanceledException>());
        await gone.Task;
    }

    [Test]
    public async Task Breaking_off_the_loop_ends_the_connection()
    {
        TaskCompletionSource gone = new();
        _server.On("/e", async c =>
        {
            c.RequestAborted.Register(gone.SetResult);
            c.Response.ContentType = "text/event-stream";
            await c.Response.WriteAsync("data: 1\n\n");
            await c.Response.Body.FlushAsync();
            await gone.Task;
        });

        await foreach (SseEvent e in _client.StreamSseAsync("/e"))
            break;

        await gone.Task;
    }

    [Test]
    public async Task A_stream_is_taken_up_behind_the_last_id_after_the_time_the_server_wants()
    {
        List<string> ids = [];
        _server.On("/e", c =>
        {
            ids.Add(c.Request.Headers["Last-Event-ID"].ToString());
            c.Response.ContentType = "text/event-stream";
            if (ids.Count == 4)
            {
                c.Response.StatusCode = 204;
                return Task.CompletedTask;
            }

            return c.Response.WriteAsync(ids.Count == 2 ? "" : $"retry: 1\nid: {ids.Count}\ndata: {ids.Count}\n\n");
        });

        List<SseEvent> events = await ReadAsync(_client.StreamSseAsync("/e", reconnect: new SseReconnect { Delay = TimeSpan.FromHours(1) }));

        Assert.That(events.Select(static e => e.Data), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(ids, Is.EqualTo(new[] { "", "1", "1", "3" }));
    }

    [Test]
    public async Task A_connection_that_breaks_is_taken_up_so_many_times()
    {
        const string Cut = "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nContent-Length: 1000\n\ndata: 1\n\n";
        await using RawServer raw = new(Cut, "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nContent-Length: 1000\n\n", "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nContent-Length: 1000\n\n");
        await using TestClient client = TestClient.To(raw.Url);
        List<string> seen = [];

        async Task Read()
        {
            await foreach (SseEvent e in client.StreamSseAsync("/e", reconnect: new SseReconnect { Delay = TimeSpan.Zero, MaxAttempts = 2 }))
                seen.Add(e.Data);
        }

        await Assert.ThatAsync(Read, Throws.TypeOf<ApiWrapperException>());
        Assert.That(seen, Is.EqualTo(new[] { "1" }));
        Assert.That(raw.Requests, Has.Count.EqualTo(3));
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> source)
    {
        List<T> items = [];
        await foreach (T item in source)
            items.Add(item);
        return items;
    }
}
