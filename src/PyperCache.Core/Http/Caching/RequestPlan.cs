using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>What is to be done with one request, from its own wishes, its endpoint's policy and the handler's options, in this order.</summary>
internal readonly struct RequestPlan
{
    private static readonly HttpRequestOptionsKey<bool> s_readsPayload = new(ReadsPayloadOption);

    private RequestPlan(RequestState state, EndpointPolicy? policy, Endpoint? endpoint, TimeSpan? expiry, bool readsPayload)
    {
        State = state;
        Policy = policy;
        Endpoint = endpoint;
        Expiry = expiry;
        LoadsBody = policy?.Response is ResponseKind.Value or ResponseKind.Wrapped;
        ReadsPayload = readsPayload && policy?.Response is ResponseKind.Value;
    }

    /// <summary>The option by which a Refit client says that its serializer reads <see cref="PayloadContent"/>.</summary>
    public const string ReadsPayloadOption = "PyperCache.ReadsPayload";

    /// <summary>What the parts of the pipeline tell each other about the request.</summary>
    public RequestState State { get; }

    public EndpointPolicy? Policy { get; }

    public Endpoint? Endpoint { get; }

    /// <summary>How long the answer is fresh; null when the cache is not to be used.</summary>
    public TimeSpan? Expiry { get; }

    public TimeSpan? Timeout => State.Timeout;

    /// <summary>Whether the answer is taken for JSON whatever its content type is.</summary>
    public bool DeclaredJson => State.DeclaredJson;

    /// <summary>Whether the caller would bring any body into memory first.</summary>
    public bool LoadsBody { get; }

    /// <summary>Whether none but a serializer that knows <see cref="PayloadContent"/> reads the body.</summary>
    public bool ReadsPayload { get; }

    public static RequestPlan For(HttpRequestMessage request, CachingHandlerOptions options)
    {
        RequestState? state = RequestState.Find(request);
        Endpoint? endpoint = state?.Policy is null ? options.Endpoints.Find(request) : null;
        EndpointPolicy? policy = state?.Policy ?? endpoint?.Policy;
        bool readsPayload = state?.ReadsPayload ?? (request.Options.TryGetValue(s_readsPayload, out bool reads) && reads);
        TimeSpan? expiry = request.Method == HttpMethod.Get && policy?.NoCache != true && !AsksForPart(request)
            ? policy?.Expiry ?? options.DefaultExpiry
            : null;
        return new RequestPlan(state ?? RequestState.Of(request), policy, endpoint, expiry, readsPayload);
    }

    /// <summary>A range, or an answer that depends on what the caller has already: such a request is the caller's own affair.</summary>
    private static bool AsksForPart(HttpRequestMessage request)
    {
        HttpHeadersNonValidated headers = request.Headers.NonValidated;
        return headers.Count > 0
            && (headers.Contains("Range") || headers.Contains("If-None-Match") || headers.Contains("If-Modified-Since") || headers.Contains("If-Match") || headers.Contains("If-Unmodified-Since"));
    }
}
