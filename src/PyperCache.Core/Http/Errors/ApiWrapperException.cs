namespace PyperCache.Http;

/// <summary>A request of an API client failed. Base of all that clients throw, whichever way the request was made.</summary>
/// <remarks>Itself it means that no answer came: the connection failed or broke off. <see cref="Exception.InnerException"/> says how.</remarks>
public class ApiWrapperException : Exception
{
    /// <summary>Creates an exception without a request.</summary>
    public ApiWrapperException()
    {
    }

    /// <summary>Creates an exception without a request.</summary>
    public ApiWrapperException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception without a request.</summary>
    public ApiWrapperException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception about a request.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="url">The request's URL without secrets.</param>
    /// <param name="innerException">What it was caused by, or null.</param>
    public ApiWrapperException(string message, HttpMethod method, string url, Exception? innerException)
        : base(message, innerException)
    {
        Method = method;
        Url = url;
    }

    /// <summary>The method of the request; null when the exception is about no request.</summary>
    public HttpMethod? Method { get; }

    /// <summary>The URL of the request, without user info and with the secret query values replaced; empty when the exception is about no request.</summary>
    public string Url { get; } = "";
}
