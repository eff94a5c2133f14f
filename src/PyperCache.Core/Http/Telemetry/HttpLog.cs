using Microsoft.Extensions.Logging;

namespace PyperCache.Http;

/// <summary>The log messages of this folder. URLs in them are free of secrets.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Url}: {Status}")]
    public static partial void Answered(ILogger logger, HttpMethod method, string url, CacheStatus status);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Url} failed; a stale answer of {Timestamp} stands in")]
    public static partial void StaleOnError(ILogger logger, HttpMethod method, string url, DateTimeOffset timestamp, Exception? cause);

    [LoggerMessage(3, LogLevel.Warning, "The cache could not {Operation}; the request goes on without it")]
    public static partial void CacheFailed(ILogger logger, string operation, Exception cause);

    [LoggerMessage(4, LogLevel.Warning, "The background refresh of {Url} failed")]
    public static partial void RefreshFailed(ILogger logger, string url, Exception cause);

    [LoggerMessage(5, LogLevel.Debug, "{Method} {Url} removed {Count} cached answers")]
    public static partial void Invalidated(ILogger logger, HttpMethod method, string url, int count);

    [LoggerMessage(6, LogLevel.Warning, "The request log could not be written")]
    public static partial void RequestLogFailed(ILogger logger, Exception cause);
}
