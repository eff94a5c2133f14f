using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JsonPlaceholder.Server;

/// <summary>Plays jsonplaceholder.typicode.com on a free port of this machine, with data of its own, and counts what it is asked.</summary>
internal sealed class PlaceholderServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonArray> _tables = new[] { "posts", "users", "comments", "todos" }.ToDictionary(static name => name, ReadTable);
    private int _gets;
    private int _posts;

    private PlaceholderServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>How many GETs have arrived.</summary>
    public int Gets => Volatile.Read(ref _gets);

    /// <summary>How many POSTs have arrived.</summary>
    public int Posts => Volatile.Read(ref _posts);

    public static async Task<PlaceholderServer> StartAsync()
    {
        PlaceholderServer server = new();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            Interlocked.Increment(ref _posts);
            return path is ["posts"] ? CreateAsync(context) : WriteAsync(context, null);
        }

        Interlocked.Increment(ref _gets);
        return WriteAsync(context, path switch
        {
            [string table] => _tables.GetValueOrDefault(table),
            [string table, string id] => Find(table, id),
            ["posts", string id, "comments"] => new JsonArray([.. Rows("comments", "postId", id).Select(static row => row!.DeepClone())]),
            _ => null,
        });
    }

    private JsonNode? Find(string table, string id) => Rows(table, "id", id).FirstOrDefault();

    private IEnumerable<JsonNode?> Rows(string table, string key, string value) =>
        _tables.TryGetValue(table, out JsonArray? rows) ? rows.Where(row => row![key]!.ToJsonString() == value) : [];

    /// <summary>Like the original it answers as if it had kept the post, and forgets it.</summary>
    private static async Task CreateAsync(HttpContext context)
    {
        JsonNode post = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        post["id"] = 101;
        await WriteAsync(context, post, StatusCodes.Status201Created);
    }

    private static Task WriteAsync(HttpContext context, JsonNode? answer, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer?.ToJsonString() ?? "{}", context.RequestAborted);
    }

    private static JsonArray ReadTable(string name)
    {
        using Stream data = typeof(PlaceholderServer).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(data)!.AsArray();
    }
}
