using System.Globalization;
using AotCli.Models;
using AotCli.Server;
using PyperCache.Http;
using static AotCli.Parts.PartContext;

namespace AotCli.Parts;

/// <summary>The client: cached GETs, writes, errors, events, downloads.</summary>
internal static class ClientParts
{
    public static async Task<string> GetAsync(PartContext context)
    {
        int before = context.Server.Requests;
        Gauge first = await context.Client.GetGaugeAsync(7);
        Gauge second = await context.Client.GetGaugeAsync(7);
        Require(first == second, "both answers are equal");
        Require(context.Server.Requests == before + 1, "the second came from the cache");
        return "two calls, one request";
    }

    public static async Task<string> PostAsync(PartContext context)
    {
        await context.Client.ListGaugesAsync("Skerry Point");
        int before = context.Server.Requests;
        await context.Client.AddGaugeAsync(new NewGauge("West pier"));
        IReadOnlyList<Gauge> gauges = await context.Client.ListGaugesAsync("Skerry Point");
        Require(context.Server.Requests == before + 2 && gauges is [{ Id: 7 }], "the write took the list out of the cache");
        return "a write, and the cached list was fetched anew";
    }

    public static async Task<string> ErrorAsync(PartContext context)
    {
        try
        {
            await context.Client.GetGaugeAsync(404);
            throw new PartFailedException("an error status went unnoticed");
        }
        catch (ApiHttpException e)
        {
            return $"{(int)e.StatusCode} {e.Body}";
        }
    }

    public static async Task<string> EventsAsync(PartContext context)
    {
        List<double> levels = [];
        await foreach (SseEvent e in context.Client.StreamSseAsync("/events"))
            levels.Add(double.Parse(e.Data, CultureInfo.InvariantCulture));
        Require(levels is [2.25, 2.5], "both events arrive in order");
        return $"{levels.Count} events";
    }

    public static async Task<string> DownloadAsync(PartContext context)
    {
        string path = Path.Combine(context.Folder, "downloads", "chart.bin");
        long length = await context.Client.DownloadToAsync("/chart.bin", path);
        Require((await File.ReadAllBytesAsync(path)).AsSpan().SequenceEqual(Payloads.Chart.Span), "the file has the server's bytes");
        return $"{length} bytes";
    }
}
