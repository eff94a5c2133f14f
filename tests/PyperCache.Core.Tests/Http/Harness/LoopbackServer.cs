using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PyperCache.Core.Tests.Http;

/// <summary>A real Kestrel server on a free port of loopback that does what a test tells it, and counts.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _routes = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private LoopbackServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static k => k.Listen(System.Net.IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>The base address, without a slash at its end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>All requests so far, as <c>GET /path?query</c>, in the order in which they came.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>How many requests there were.</summary>
    public int Count => _requests.Count;

    public static async Task<LoopbackServer> StartAsync()
    {
        LoopbackServer server = new();
        await server._app.StartAsync();
        server.Url = server._app.Urls.Single();
        return server;
    }

    /// <summary>Says what happens at a path; <c>*</c> stands for all that have no route of their own.</summary>
    public LoopbackServer On(string path, RequestDelegate handle)
    {
        _routes[path] = handle;
        return this;
    }

    /// <summary>Answers with a body.</summary>
    public LoopbackServer On(string path, string body, string contentType = "application/json", int status = 200) => On(path, context => WriteAsync(context, body, contentType, status));

    /// <summary>Answers with what a function makes at each request.</summary>
    public LoopbackServer OnJson(string path, Func<HttpContext, string> body) => On(path, context => WriteAsync(context, body(context)));

    public static Task WriteAsync(HttpContext context, string body, string? contentType = "application/json", int status = 200)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (_routes.TryGetValue(context.Request.Path.Value!, out RequestDelegate? handle) || _routes.TryGetValue("*", out handle))
            return handle(context);
        return WriteAsync(context, "no such route", "text/plain", 404);
    }
}
