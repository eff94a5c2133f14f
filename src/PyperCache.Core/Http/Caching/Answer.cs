using System.Net;
using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>What a fetch brought: a body in memory that any number of callers can have, or a live response for the first of them.</summary>
internal sealed class Answer
{
    private HttpResponseMessage? _live;

    private Answer(HttpResponseMessage response, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> framed, bool isShared, bool isJson)
    {
        Head = response;
        Body = body;
        Framed = framed;
        IsShared = isShared;
        IsJson = isJson;
        _live = isShared ? null : response;
    }

    /// <summary>Status and headers. Its content must not be read.</summary>
    public HttpResponseMessage Head { get; }

    public HttpStatusCode StatusCode => Head.StatusCode;

    /// <summary>The body when the answer is shared; JSON is UTF-8 whatever it was sent as.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body in the frame in which it is kept; without one when it is not to be kept.</summary>
    public ReadOnlyMemory<byte> Framed { get; }

    /// <summary>Whether the body is in memory.</summary>
    public bool IsShared { get; }

    /// <summary>Whether it says that it is JSON, in a charset we know.</summary>
    public bool IsJson { get; }

    /// <summary>Where the answer comes from.</summary>
    public CacheStatus Source { get; init; } = CacheStatus.Miss;

    /// <summary>The variant that it is; null when its key says it all.</summary>
    public Variant? Variant { get; set; }

    /// <summary>When it came in. An answer ages from then on, not from when it has been put away.</summary>
    public DateTimeOffset Arrived { get; set; }

    public static Answer Json(HttpResponseMessage head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> framed) => new(head, body, framed, isShared: true, isJson: true);

    public static Answer Shared(HttpResponseMessage head, ReadOnlyMemory<byte> body) => new(head, body, default, isShared: true, isJson: false);

    public static Answer Live(HttpResponseMessage response) => new(response, default, default, isShared: false, isJson: false);

    /// <summary>A response for one caller, or null when the answer is live and was given to another.</summary>
    /// <param name="request">The caller's request.</param>
    /// <param name="isPrivate">Whether none but a serializer that knows <see cref="PayloadContent"/> reads the body of a success.</param>
    public HttpResponseMessage? ToResponse(HttpRequestMessage request, bool isPrivate)
    {
        if (!IsShared)
        {
            HttpResponseMessage? live = Interlocked.Exchange(ref _live, null);
            live?.RequestMessage = request;
            return live;
        }

        isPrivate &= Head.IsSuccessStatusCode && IsJson;
        HttpResponseMessage response = new(Head.StatusCode)
        {
            Version = Head.Version,
            ReasonPhrase = Head.ReasonPhrase,
            RequestMessage = request,
            Content = new PayloadContent(Body, isPrivate),
        };
        if (!isPrivate)
            CopyHeaders(response);
        return response;
    }

    /// <summary>An answer out of the cache.</summary>
    public static Answer Of(StoredAnswer stored, CacheStatus source) =>
        new(stored.ToHead(), stored.Body, default, isShared: true, isJson: true) { Source = source, Variant = stored.Variant };

    /// <summary>Ends a live response that nobody took.</summary>
    public void Abandon() => Interlocked.Exchange(ref _live, null)?.Dispose();

    private void CopyHeaders(HttpResponseMessage response)
    {
        foreach (KeyValuePair<string, HeaderStringValues> header in Head.Headers.NonValidated)
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        foreach (KeyValuePair<string, HeaderStringValues> header in Head.Content.Headers.NonValidated)
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
