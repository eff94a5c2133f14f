using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PyperCache.Samples;

/// <summary>A server on a free port of this machine that plays the host of an API, and counts what it is asked.</summary>
internal abstract class EmbeddedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _gets;
    private int _posts;

    protected EmbeddedServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(CountAndAnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>How many GETs have arrived.</summary>
    public int Gets => Volatile.Read(ref _gets);

    /// <summary>How many POSTs have arrived.</summary>
    public int Posts => Volatile.Read(ref _posts);

    /// <summary>How many requests have arrived.</summary>
    public int Requests => Gets + Posts;

    public static T Start<T>()
        where T : EmbeddedServer, new()
    {
        T server = new();
        server._app.Start();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    protected abstract Task AnswerAsync(HttpContext context);

    /// <summary>Answers with JSON, or with 404 when there is none.</summary>
    protected static Task WriteJsonAsync(HttpContext context, string? json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = json is null ? StatusCodes.Status404NotFound : status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json ?? """{"error":"not found"}""", context.RequestAborted);
    }

    private Task CountAndAnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref HttpMethods.IsPost(context.Request.Method) ? ref _posts : ref _gets);
        return AnswerAsync(context);
    }
}
