using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AotCli.Server;

/// <summary>Plays gauges.example on a free port of this machine and counts what it is asked.</summary>
internal sealed class GaugeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private GaugeServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>How many requests have arrived.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<GaugeServer> StartAsync()
    {
        GaugeServer server = new();
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/gauges") => WriteAsync(context, "application/json", $"[{Payloads.Gauge}]"),
            ("GET", "/gauges/7") => WriteAsync(context, "application/json", Payloads.Gauge),
            ("POST", "/gauges") => WriteAsync(context, "application/json", Payloads.Gauge),
            ("GET", "/events") => WriteAsync(context, "text/event-stream", Payloads.Events),
            ("GET", "/chart.bin") => context.Response.Body.WriteAsync(Payloads.Chart).AsTask(),
            _ => NotFoundAsync(context),
        };
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return WriteAsync(context, "application/json", """{"error":"no such gauge"}""");
    }

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
