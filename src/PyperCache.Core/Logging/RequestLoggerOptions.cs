namespace PyperCache.Logging;

/// <summary>How a request log behaves.</summary>
public sealed record RequestLoggerOptions
{
    /// <summary>The clock that stamps entries.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The size at which a log is put away and a new one begun; null for no limit.</summary>
    /// <value>Null.</value>
    public long? MaxBytes { get; init; }

    /// <summary>How many logs that were put away are kept: <c>requests.log.1</c> is the youngest.</summary>
    /// <value>3.</value>
    public int KeptFiles { get; init; } = 3;
}
