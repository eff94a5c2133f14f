namespace PyperCache.Http;

/// <summary>The server did not answer in time. The inner exception is a <see cref="TimeoutException"/>.</summary>
public sealed class ApiTimeoutException : ApiWrapperException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="url">The request's URL without secrets.</param>
    /// <param name="timeout">The time that was allowed; null when it is not known.</param>
    /// <param name="cause">What the transport threw, or null.</param>
    public ApiTimeoutException(HttpMethod method, string url, TimeSpan? timeout, Exception? cause)
        : base(Describe(method, url, timeout), method, url, cause as TimeoutException ?? new TimeoutException(Describe(method, url, timeout), cause)) =>
        Timeout = timeout;

    /// <summary>The time that was allowed; null when it is not known.</summary>
    public TimeSpan? Timeout { get; }

    private static string Describe(HttpMethod method, string url, TimeSpan? timeout) =>
        timeout is { } t ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{method} {url} was not answered within {t.TotalSeconds:0.###} s.") : $"{method} {url} was not answered in time.";
}
