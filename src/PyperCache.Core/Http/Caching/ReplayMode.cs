namespace PyperCache.Http;

/// <summary>Whether a client works with a recording: a cache file that holds the answers to a known set of requests.</summary>
public enum ReplayMode
{
    /// <summary>No recording.</summary>
    Off,

    /// <summary>Every GET goes to the network and its answer into the cache, never to become stale.</summary>
    Record,

    /// <summary>GETs are answered from the cache alone, however old it is. Anything else is a <see cref="ReplayMissException"/>.</summary>
    ReplayOnly,
}
