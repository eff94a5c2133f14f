namespace PyperCache.Http;

/// <summary>Asks requests and answers about the cache.</summary>
public static class CachingMessageExtensions
{
    /// <summary>Where the answer came from; null when it did not pass a <see cref="CachingHandler"/>.</summary>
    public static CacheStatus? GetCacheStatus(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.RequestMessage?.GetCacheStatus();
    }

    /// <summary>Where the answer to this request came from; null before there is one, and when it did not pass a <see cref="CachingHandler"/>.</summary>
    public static CacheStatus? GetCacheStatus(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestState.Find(request)?.Status;
    }

    /// <summary>The key under which the answer to this request is cached; null when the cache was bypassed.</summary>
    public static string? GetCacheKey(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestState.Find(request)?.Key;
    }

    /// <summary>Gives one request a policy of its own, ahead of what its endpoint says.</summary>
    public static void SetCachePolicy(this HttpRequestMessage request, EndpointPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        RequestState.Of(request).Policy = policy;
    }
}
