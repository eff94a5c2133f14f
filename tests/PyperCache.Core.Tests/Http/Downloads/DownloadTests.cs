using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class DownloadTests
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 300_000).Select(static i => (byte)(i * 7))];
    private LoopbackServer _server = null!;
    private TempFolder _folder = null!;
    private TestClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new TempFolder();
        _server = await LoopbackServer.StartAsync();
        _client = TestClient.To(_server.Url);
    }

    [TearDown]
    public async Task Stop()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_file_comes_whole_into_folders_that_are_made_for_it_and_tells_how_far_it_is()
    {
        _server.On("/f", static c => SendAsync(c, s_content));
        List<DownloadProgress> progress = [];

        long length = await _client.DownloadToAsync("/f", _folder.Path("new/folder/f.bin"), new Listener(progress));

        Assert.That(File.ReadAllBytes(_folder.Path("new/folder/f.bin")), Is.EqualTo(s_content));
        Assert.That(length, Is.EqualTo(s_content.Length));
        Assert.That(progress[^1], Is.EqualTo(new DownloadProgress(s_content.Length, s_content.Length)));
        Assert.That(progress[^1].Fraction, Is.EqualTo(1));
        Assert.That(progress.Select(static p => p.BytesReceived), Is.Ordered);
        Assert.That(_folder.Files, Is.EqualTo(new[] { "new/folder/f.bin" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_connection_that_breaks_is_taken_up_where_it_ended(bool hasTag)
    {
        _server.On("/f", c => SendAsync(c, s_content, hasTag ? "\"v1\"" : null, DateTimeOffset.UnixEpoch, breakAfter: c.Request.Headers.Range.Count == 0 ? 100_000 : null));

        await _client.DownloadToAsync("/f", _folder.Path("f.bin"));

        Assert.That(File.ReadAllBytes(_folder.Path("f.bin")), Is.EqualTo(s_content));
        Assert.That(_server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_that_changed_meanwhile_is_loaded_anew()
    {
        byte[] changed = [.. s_content.Reverse()];
        _server.On("/f", c => _server.Count == 1 ? SendAsync(c, s_content, "\"v1\"", breakAfter: 100_000) : SendAsync(c, changed, "\"v2\""));

        await _client.DownloadToAsync("/f", _folder.Path("f.bin"));

        Assert.That(File.ReadAllBytes(_folder.Path("f.bin")), Is.EqualTo(changed));
    }

    [Test]
    public async Task A_break_that_cannot_be_taken_up_leaves_nothing_behind_and_an_older_file_as_it_was()
    {
        File.WriteAllText(_folder.Path("f.bin"), "old");
        _server.On("/f", static c => SendAsync(c, s_content, breakAfter: 100_000));

        await Assert.ThatAsync(() => _client.DownloadToAsync("/f", _folder.Path("f.bin")), Throws.TypeOf<ApiWrapperException>());

        Assert.That(_folder.Files, Is.EqualTo(new[] { "f.bin" }));
        Assert.That(File.ReadAllText(_folder.Path("f.bin")), Is.EqualTo("old"));
        Assert.That(_server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_breaks_every_time_is_given_up()
    {
        _server.On("/f", static c => SendAsync(c, s_content, "\"v1\"", breakAfter: 10_000));

        await Assert.ThatAsync(() => _client.DownloadToAsync("/f", _folder.Path("f.bin"), maxResumes: 2), Throws.TypeOf<ApiWrapperException>());

        Assert.That(_server.Count, Is.EqualTo(3));
        Assert.That(_folder.Files, Is.Empty);
    }

    [Test]
    public async Task An_error_status_is_an_exception_and_no_file()
    {
        await Assert.ThatAsync(() => _client.DownloadToAsync("/none", _folder.Path("f.bin")), Throws.TypeOf<ApiHttpException>());

        Assert.That(_folder.Files, Is.Empty);
    }

    [Test]
    public async Task A_server_that_stalls_ends_the_download()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource begun = new();
        _server.On("/f", async c =>
        {
            c.Response.ContentLength = s_content.Length;
            await c.Response.Body.WriteAsync(s_content.AsMemory(0, 1000));
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        await using TestClient client = TestClient.To(_server.Url, set: o => (o.TimeProvider, o.Timeout) = (time, TimeSpan.FromSeconds(5)));

        Task<long> download = client.DownloadToAsync("/f", _folder.Path("f.bin"), new Listener([], begun));
        await begun.Task;
        while (!download.IsCompleted)
        {
            // The next read starts its own time, perhaps after this advance; so time goes on until it is over.
            time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        await Assert.ThatAsync(() => download, Throws.TypeOf<ApiTimeoutException>());
        Assert.That(_folder.Files, Is.Empty);
    }

    [Test]
    public async Task A_cancelled_download_leaves_nothing_behind()
    {
        TaskCompletionSource begun = new();
        _server.On("/f", async c =>
        {
            c.Response.ContentLength = s_content.Length;
            await c.Response.Body.WriteAsync(s_content.AsMemory(0, 1000));
            await c.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        using CancellationTokenSource mine = new();

        Task<long> download = _client.DownloadToAsync("/f", _folder.Path("f.bin"), new Listener([], begun), cancellationToken: mine.Token);
        await begun.Task;
        await mine.CancelAsync();

        await Assert.ThatAsync(() => download, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_folder.Files, Is.Empty);
    }

    [Test]
    public async Task A_length_that_is_a_lie_is_found_out()
    {
        await using RawServer raw = new("HTTP/1.1 200 OK\nContent-Length: 100\n\nshort");
        await using TestClient client = TestClient.To(raw.Url);

        await Assert.ThatAsync(() => client.DownloadToAsync("/f", _folder.Path("f.bin")), Throws.TypeOf<ApiWrapperException>());
        Assert.That(_folder.Files, Is.Empty);
    }

    [Test]
    public async Task A_range_that_was_not_asked_for_is_found_out()
    {
        await using RawServer raw = new(
            "HTTP/1.1 200 OK\nETag: \"v1\"\nContent-Length: 10\n\n01234",
            "HTTP/1.1 206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 3-9/10\nContent-Length: 7\n\n3456789");
        await using TestClient client = TestClient.To(raw.Url);

        await Assert.ThatAsync(() => client.DownloadToAsync("/f", _folder.Path("f.bin"), maxResumes: 1), Throws.TypeOf<ApiWrapperException>());
        Assert.That(_folder.Files, Is.Empty);
    }

    /// <summary>A server with ranges, as RFC 9110 has them.</summary>
    private static async Task SendAsync(HttpContext context, byte[] content, string? tag = null, DateTimeOffset? modified = null, int? breakAfter = null)
    {
        int start = 0;
        string validator = tag ?? modified?.ToString("R") ?? "none";
        if (context.Request.Headers.Range.ToString() is { Length: > 0 } range && context.Request.Headers.IfRange == validator)
        {
            start = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {start}-{content.Length - 1}/{content.Length}";
        }

        if (tag is not null)
            context.Response.Headers.ETag = tag;
        if (modified is not null)
            context.Response.Headers.LastModified = modified.Value.ToString("R");
        context.Response.ContentLength = content.Length - start;
        int count = Math.Min(breakAfter ?? int.MaxValue, content.Length - start);
        await context.Response.Body.WriteAsync(content.AsMemory(start, count));

        // When less was written than announced, Kestrel closes the connection behind what it has sent.
        await context.Response.Body.FlushAsync();
    }

    private sealed class Listener(List<DownloadProgress> seen, TaskCompletionSource? begun = null) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            seen.Add(value);
            begun?.TrySetResult();
        }
    }
}
