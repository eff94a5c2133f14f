using Microsoft.Extensions.Logging;

namespace PyperCache;

/// <summary>What caches report beyond what their stores do.</summary>
internal static partial class CacheLog
{
    [LoggerMessage(EventId = 120, EventName = "RecordDoesNotFit", Level = LogLevel.Warning,
        Message = "The record {Key} does not fit {Type}; it is fetched anew.")]
    public static partial void RecordDoesNotFit(this ILogger logger, string key, Type type, Exception exception);
}
