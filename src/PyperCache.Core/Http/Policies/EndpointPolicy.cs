namespace PyperCache.Http;

/// <summary>How the cache treats one endpoint.</summary>
public sealed record EndpointPolicy
{
    /// <summary>A policy that keeps the endpoint out of the cache.</summary>
    public static EndpointPolicy Uncached { get; } = new() { NoCache = true };

    /// <summary>Whether the endpoint neither reads nor writes the cache. Default: false.</summary>
    public bool NoCache { get; init; }

    /// <summary>How long an answer is fresh. Null: the client's default expiry. <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</summary>
    public TimeSpan? Expiry { get; init; }

    /// <summary>How long past its freshness an answer may stand in for a failed request. Default: zero.</summary>
    public TimeSpan StaleIfError { get; init; }

    /// <summary>How long past its freshness an answer is given at once while it is refreshed in the background. Default: zero.</summary>
    public TimeSpan StaleWhileRevalidate { get; init; }

    /// <summary>Names by which <see cref="Invalidates"/> of other endpoints find this one's answers.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Path patterns and tags whose answers are removed after the endpoint succeeded as a write.</summary>
    public IReadOnlyList<string> Invalidates { get; init; } = [];

    /// <summary>What the endpoint's caller gets of an answer. Default: <see cref="ResponseKind.Unknown"/>.</summary>
    public ResponseKind Response { get; init; }
}
