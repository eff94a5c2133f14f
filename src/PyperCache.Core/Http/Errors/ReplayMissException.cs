namespace PyperCache.Http;

/// <summary>A client that only replays a recording was asked for what is not in it.</summary>
public sealed class ReplayMissException : ApiWrapperException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="url">The request's URL without secrets.</param>
    /// <param name="key">The key that was looked for; null when requests of this kind are never recorded.</param>
    public ReplayMissException(HttpMethod method, string url, string? key)
        : base(
            key is null ? $"{method} {url} is not replayed: only GETs that are cached are recorded." : $"{method} {url} is not in the recording (key \"{key}\").",
            method,
            url,
            innerException: null) =>
        Key = key;

    /// <summary>The key that was looked for; null when requests of this kind are never recorded.</summary>
    public string? Key { get; }
}
