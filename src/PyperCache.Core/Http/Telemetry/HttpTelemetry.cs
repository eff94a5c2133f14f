using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PyperCache.Http;

/// <summary>The meter and the activity source named <c>PyperCache</c>. What they carry is free of secrets: client, origin, status, never a URL.</summary>
internal static class HttpTelemetry
{
    private const string Name = "PyperCache";

    private static readonly Meter s_meter = new(Name);
    private static readonly ActivitySource s_source = new(Name);

    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>("pypercache.http.requests", "{request}", "Requests by where their answer came from.");
    private static readonly Counter<long> s_bytes = s_meter.CreateCounter<long>("pypercache.http.cache.bytes", "By", "Bytes of bodies that were answered from the cache.");
    private static readonly Histogram<double> s_durations = s_meter.CreateHistogram<double>("pypercache.http.duration", "s", "The time until the answer was there.");

    /// <summary>Whether anybody listens; asking first keeps the work off the path of those who do not.</summary>
    public static bool IsHeard => s_requests.Enabled || s_durations.Enabled || s_bytes.Enabled || s_source.HasListeners();

    /// <summary>Begins an activity around a request; null when nobody listens.</summary>
    public static Activity? Start(HttpRequestMessage request, CachingHandlerOptions options, Endpoint? endpoint)
    {
        Activity? activity = s_source.StartActivity($"{request.Method} {endpoint?.Template ?? options.Origin}", ActivityKind.Internal);
        activity?.SetTag("pypercache.client", options.ClientName).SetTag("pypercache.origin", options.Origin);
        return activity;
    }

    /// <summary>Counts an answer, or a failure when there is none.</summary>
    public static void Count(Activity? activity, HttpResponseMessage? response, CacheStatus? status, CachingHandlerOptions options, TimeSpan duration)
    {
        string source = status?.ToString().ToLowerInvariant() ?? "error";
        TagList tags = new() { { "pypercache.client", options.ClientName }, { "pypercache.origin", options.Origin }, { "pypercache.status", source } };
        s_requests.Add(1, tags);
        s_durations.Record(duration.TotalSeconds, tags);
        if (status is CacheStatus.Hit or CacheStatus.Stale or CacheStatus.Revalidated && response?.Content is PayloadContent { Payload.Length: var length })
            s_bytes.Add(length, tags);
        activity?.SetTag("pypercache.status", source);
        if (response is null)
            activity?.SetStatus(ActivityStatusCode.Error);
        else
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
    }
}
