namespace PyperCache.Http;

/// <summary>Where an answer came from.</summary>
public enum CacheStatus
{
    /// <summary>The cache was not asked: the request is no GET, or its policy says so, or there is no cache.</summary>
    Bypass,

    /// <summary>From the cache, and fresh.</summary>
    Hit,

    /// <summary>From the network: the cache had no fresh answer.</summary>
    Miss,

    /// <summary>From the cache, and older than its expiry: the server failed, or a new answer is being fetched in the background.</summary>
    Stale,

    /// <summary>From the cache, after the server confirmed that the stored answer has not changed.</summary>
    Revalidated,
}
