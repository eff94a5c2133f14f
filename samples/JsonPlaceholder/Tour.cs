using System.Diagnostics;
using JsonPlaceholder.Client;
using JsonPlaceholder.Models;
using JsonPlaceholder.Server;
using PyperCache;
using PyperCache.Logging;
using PyperCache.Query;
using PyperCache.Samples;

namespace JsonPlaceholder;

/// <summary>Shows the client at work, step by step, and where each answer came from.</summary>
internal sealed class Tour(Terminal terminal, JsonPlaceholderClient client, PlaceholderServer? server)
{
    private const int Width = 78;

    /// <summary>What has left this program so far: the server's own count, or the request log's when the server is not ours.</summary>
    private int RequestsSent => server is null ? client.RequestLogger!.AsList().Count : server.Requests;

    public async Task RunAsync(SampleOptions options)
    {
        Introduce(options);

        terminal.Heading("Requests");
        Post post = await StepAsync("GET", "/posts/1", () => client.GetPostAsync(1), static p => $"\"{p.Title}\"");
        await StepAsync("GET", "/posts/1", () => client.GetPostAsync(1), again => again == post ? "once more: an equal post" : "once more: it has changed");
        await StepAsync("GET", $"/users/{post.UserId}", () => client.GetUserAsync(post.UserId), static u => $"its author, {u.Name} of {u.Company.Name}");
        await StepAsync("GET", $"/posts/{post.Id}/comments", () => client.ListCommentsAsync(post.Id), static c => $"its {c.Count} comments");
        await StepAsync("GET", "/todos/1", () => client.GetTodoAsync(1), static t => $"[{(t.IsDone ? 'x' : ' ')}] {t.Title}");
        NewPost draft = new(post.UserId, "Hello from .NET", "Written by the sample.");
        await StepAsync("POST", "/posts", () => client.CreatePostAsync(draft), static c => $"created post {c.Id}; writes are never cached");

        AskCache(client.Cache!.Get(client.GetCacheKey($"/posts/{post.Id}/comments")));
        ShowLog();
        SumUp();
    }

    private void Introduce(SampleOptions options)
    {
        terminal.Line(terminal.Bold("PyperCache, with JSONPlaceholder"));
        terminal.Line(server is null ? "server  https://jsonplaceholder.typicode.com" : $"server  inside this program, plays https://jsonplaceholder.typicode.com");
        long count = client.Cache!.Count;
        terminal.Line($"cache   {Shorten(options.CachePath)} {terminal.Dim(count == 0 ? "(new)" : $"({count} records from an earlier run)")}");
    }

    private async Task<T> StepAsync<T>(string method, string path, Func<Task<T>> call, Func<T, string> describe)
    {
        int before = RequestsSent;
        long start = Stopwatch.GetTimestamp();
        T answer = await call();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string source = RequestsSent > before ? terminal.Yellow("network") : terminal.Green("cache  ");
        terminal.Line($"  {method,-4}  {path,-17}  {source}  {milliseconds,6:0.0} ms  {describe(answer)}");
        return answer;
    }

    private void AskCache(CacheRecord record)
    {
        terminal.Heading("The cached comments, by record.Query", $"fresh until {record.Timestamp.ToLocalTime() + record.Expiry:HH:mm:ss}");
        JsonInjester query = record.Query;
        Ask("value?name*", query.GetList<string>("value?name*"));
        Ask("value?id=#2.body", query.GetList<string>("value?id=#2.body"));
        Ask("value?id=#3.email", query.GetList<string>("value?id=#3.email"));

        void Ask(string selector, List<string> answers)
        {
            string text = string.Join(" | ", answers).ReplaceLineEndings(" ");
            terminal.Line($"  {selector,-17}  {(text.Length <= Width ? text : $"{text[..(Width - 3)]}...")}");
        }
    }

    private void ShowLog()
    {
        RequestLogger log = client.RequestLogger!;
        IReadOnlyList<LogRecord> lines = log.AsList();
        terminal.Heading("Request log", $"{Shorten(log.FilePath)}, {(lines.Count > 8 ? $"the last 8 of {lines.Count} lines" : Count(lines.Count, "line"))}");
        foreach (LogRecord line in lines.TakeLast(8))
            terminal.Line($"  {line.Timestamp.ToLocalTime():HH:mm:ss}  {line.Status}  {line.Uri}");
    }

    private void SumUp()
    {
        if (server is null)
            return;
        terminal.Line();
        terminal.Line(terminal.Bold($"The server was asked {Count(server.Requests, "time")}: {Count(server.Gets, "GET")}, {Count(server.Posts, "POST")}."));
        terminal.Line(server.Gets == 0 ? "Every other answer came from the cache file." : "Run it again: the GETs come from the cache file until they are stale.");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Shorten(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
