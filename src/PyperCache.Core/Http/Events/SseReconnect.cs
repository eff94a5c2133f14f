namespace PyperCache.Http;

/// <summary>Whether and how a stream of events is taken up again when its connection ends. The server is told the last id that was seen.</summary>
public sealed record SseReconnect
{
    /// <summary>How long to wait before connecting again, until the server says otherwise. Default: 3 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often to connect again without having got an event in between before giving up. Default: 10.</summary>
    public int MaxAttempts { get; init; } = 10;
}
