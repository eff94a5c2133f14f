using System.Globalization;

namespace PyperCache.Http;

/// <summary>Lets every response tell where it came from: in its request's options, in the <c>Cache-Status</c> header of RFC 9211, in the log.</summary>
internal sealed class ResponseMarker(CachingHandlerOptions options, UrlRedactor redactor)
{
    private const string HeaderName = "Cache-Status";

    public HttpResponseMessage Mark(HttpRequestMessage request, HttpResponseMessage response, CacheStatus status, in RequestPlan plan, StoredAnswer? stored = null)
    {
        response.RequestMessage ??= request;
        plan.State.Status = status;
        if (!ReferenceEquals(response.RequestMessage, request))
            RequestState.Of(response.RequestMessage).Status = status;
        if (!plan.ReadsPayload)
            response.Headers.TryAddWithoutValidation(HeaderName, Describe(request, status, stored));
        if (options.Logger is { } logger)
            HttpLog.Answered(logger, request.Method, redactor.Redact(request.RequestUri), status);
        return response;
    }

    public ReplayMissException MissOf(HttpRequestMessage request, string? key) => new(request.Method, redactor.Redact(request.RequestUri), key);

    public void TellStale(CachedCall call, Exception? cause)
    {
        if (options.Logger is { } logger)
            HttpLog.StaleOnError(logger, call.Request.Method, redactor.Redact(call.Request.RequestUri), call.Stored!.Timestamp, cause);
    }

    public void TellRefreshFailed(CachedCall call, Exception cause)
    {
        if (options.Logger is { } logger)
            HttpLog.RefreshFailed(logger, redactor.Redact(call.Request.RequestUri), cause);
    }

    public void TellInvalidated(HttpRequestMessage request, int count)
    {
        if (options.Logger is { } logger)
            HttpLog.Invalidated(logger, request.Method, redactor.Redact(request.RequestUri), count);
    }

    private static string Describe(HttpRequestMessage request, CacheStatus status, StoredAnswer? stored) => status switch
    {
        CacheStatus.Hit => "PyperCache; hit" + Ttl(stored),
        CacheStatus.Stale => "PyperCache; hit" + Ttl(stored) + "; detail=stale",
        CacheStatus.Revalidated => "PyperCache; fwd=stale; fwd-status=304",
        CacheStatus.Miss => "PyperCache; fwd=miss",
        _ => request.Method == HttpMethod.Get ? "PyperCache; fwd=bypass" : "PyperCache; fwd=method",
    };

    private static string Ttl(StoredAnswer? stored) =>
        stored?.Remaining is { } left ? string.Create(CultureInfo.InvariantCulture, $"; ttl={(long)Math.Floor(left.TotalSeconds)}") : "";
}
