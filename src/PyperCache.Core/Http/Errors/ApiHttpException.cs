using System.Net;
using System.Text;

namespace PyperCache.Http;

/// <summary>The server answered with an error status (4xx or 5xx).</summary>
public sealed class ApiHttpException : ApiWrapperException
{
    private readonly JsonBodySerializer _serializer;
    private readonly Lazy<ProblemDetails?> _problem;

    /// <summary>Creates the exception.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="url">The request's URL without secrets.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="body">The body of the answer as text; empty when it has none.</param>
    /// <param name="mediaType">The content type of the answer without parameters, or null.</param>
    /// <param name="serializer">Reads the body for <see cref="GetBodyAs{T}"/>.</param>
    public ApiHttpException(HttpMethod method, string url, HttpStatusCode statusCode, string body, string? mediaType, JsonBodySerializer serializer)
        : base($"{method} {url} was answered with {(int)statusCode} ({statusCode}).", method, url, null)
    {
        StatusCode = statusCode;
        Body = body;
        MediaType = mediaType;
        _serializer = serializer;
        _problem = new Lazy<ProblemDetails?>(() => ProblemDetails.Parse(Body, MediaType));
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The body of the answer as text; empty when it has none. What is longer than a megabyte is cut off.</summary>
    public string Body { get; }

    /// <summary>The content type of the answer without parameters, or null.</summary>
    public string? MediaType { get; }

    /// <summary>The body as RFC 9457 problem details, or null when it is none.</summary>
    public ProblemDetails? Problem => _problem.Value;

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="ApiDecodeException">The body is not JSON, or does not fit <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException">Nothing is known of <typeparamref name="T"/>.</exception>
    public T? GetBodyAs<T>()
    {
        try
        {
            return _serializer.Read<T>(Encoding.UTF8.GetBytes(Body));
        }
        catch (Exception e) when (JsonBodySerializer.IsDecodeFault(e))
        {
            throw new ApiDecodeException(Method!, Url, typeof(T), e);
        }
    }
}
