using Microsoft.AspNetCore.Http;
using PyperCache.Samples;

namespace AotCli.Server;

/// <summary>Plays gauges.example.</summary>
internal sealed class GaugeServer : EmbeddedServer
{
    protected override Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/gauges") => WriteJsonAsync(context, $"[{Payloads.Gauge}]"),
        ("GET", "/gauges/7") or ("POST", "/gauges") => WriteJsonAsync(context, Payloads.Gauge),
        ("GET", "/events") => WriteEventsAsync(context),
        ("GET", "/chart.bin") => context.Response.Body.WriteAsync(Payloads.Chart).AsTask(),
        _ => WriteJsonAsync(context, null),
    };

    private static Task WriteEventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        return context.Response.WriteAsync(Payloads.Events, context.RequestAborted);
    }
}
