using System.ComponentModel;

namespace PyperCache.Http;

/// <summary>Turns what transports throw and servers answer into the exceptions of this library.</summary>
/// <remarks>Shared by the ways to make a request; not meant to be called by user code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiFaults
{
    /// <summary>The request option that says that the body is read by a serializer which knows <see cref="PayloadContent"/>, and by nobody else.</summary>
    public const string ReadsPayloadOption = RequestPlan.ReadsPayloadOption;

    private const int MaxBody = 1024 * 1024;

    private readonly UrlRedactor _redactor;

    /// <summary>Creates a translator.</summary>
    /// <param name="serializer">Reads error bodies for <see cref="ApiHttpException.GetBodyAs{T}"/>.</param>
    /// <param name="redactQuery">Query parameters whose values are not to be shown; null for the usual names of keys and tokens.</param>
    public ApiFaults(JsonBodySerializer serializer, IEnumerable<string>? redactQuery = null)
    {
        Serializer = serializer;
        _redactor = new UrlRedactor(redactQuery ?? new CachingHandlerOptions().RedactQuery);
    }

    /// <summary>Reads bodies.</summary>
    public JsonBodySerializer Serializer { get; }

    /// <summary>The exception for a request that was not answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cause">What the transport threw.</param>
    /// <param name="cancellationToken">The caller's own token.</param>
    /// <returns>An exception of ours, or <paramref name="cause"/> when it is the caller's cancellation or a mistake of the program.</returns>
    public Exception ForTransport(HttpRequestMessage request, Exception cause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (cause)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                return cause;
            case OperationCanceledException { InnerException: TimeoutException timeout }:
                return new ApiTimeoutException(request.Method, UrlOf(request), RequestState.Find(request)?.Timeout, timeout);
            case TimeoutException timeout:
                return new ApiTimeoutException(request.Method, UrlOf(request), RequestState.Find(request)?.Timeout, timeout);
            case OperationCanceledException or HttpRequestException or IOException:
                return new ApiWrapperException($"{request.Method} {UrlOf(request)} failed: {cause.Message}", request.Method, UrlOf(request), cause);
            default:
                return cause;
        }
    }

    /// <summary>The exception for an answer with an error status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its answer; the body is read, the response is not disposed.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    public async Task<ApiHttpException> ForStatusAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        string body;
        try
        {
            body = await ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The status is the news. That its explanation broke off is not.
            body = "";
        }

        return new ApiHttpException(request.Method, UrlOf(request), response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, Serializer);
    }

    /// <summary>The exception for an answer that could not be read as what the caller asked for. The cache forgets the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The type that was asked for; null when it is not known.</param>
    /// <param name="cause">What the reader threw.</param>
    /// <returns>An exception of ours, or <paramref name="cause"/> when it is a mistake of the program.</returns>
    public async Task<Exception> ForBodyAsync(HttpRequestMessage request, Type? target, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!JsonBodySerializer.IsDecodeFault(cause))
            return ForTransport(request, cause, CancellationToken.None);
        if (RequestState.Find(request) is { Handler: { } handler, Key: { } key })
            await handler.ForgetAsync(key).ConfigureAwait(false);
        return new ApiDecodeException(request.Method, UrlOf(request), target, cause);
    }

    /// <summary>The exception for a fault that came while a body was read as a sequence of values.</summary>
    /// <param name="body">The stream that was read.</param>
    /// <param name="target">The type of the values.</param>
    /// <param name="cause">What was thrown.</param>
    /// <returns>An exception of ours, or <paramref name="cause"/> when the body is no answer of our clients or the program is wrong.</returns>
    public static Task<Exception> ForSequenceAsync(Stream body, Type target, Exception cause) =>
        body is AnswerStream answer ? answer.ForFaultAsync(target, cause) : Task.FromResult(cause);

    /// <summary>Whether the request's caller takes errors as values.</summary>
    public static bool IsWrapped(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestState.Find(request)?.Response == ResponseKind.Wrapped;
    }

    internal string UrlOf(HttpRequestMessage request) => _redactor.Redact(request.RequestUri);

    private static async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        string? charset = content.Headers.ContentType?.CharSet;
        if (content is PayloadContent { Payload: var payload })
            return BodyReader.ToText(payload.Length > MaxBody ? payload[..MaxBody] : payload, charset);
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = new byte[Math.Min(content.Headers.ContentLength ?? MaxBody, MaxBody)];
        int count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return BodyReader.ToText(buffer.AsMemory(0, count), charset);
    }
}
