namespace PyperCache.Http;

/// <summary>What the parts of the pipeline tell each other about one request, carried in its options.</summary>
internal sealed class RequestState
{
    private static readonly HttpRequestOptionsKey<RequestState> s_key = new("PyperCache.Request");

    /// <summary>Overrides the policy of the endpoint table.</summary>
    public EndpointPolicy? Policy { get; set; }

    /// <summary>How long the request may take; null: as long as the client's default says.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Whether the caller wants JSON, whatever the answer's content type says.</summary>
    public bool DeclaredJson { get; set; }

    /// <summary>Whether the body of a success is read by a serializer that knows <see cref="PayloadContent"/>, and by nobody else.</summary>
    public bool ReadsPayload { get; set; }

    /// <summary>What the caller gets of the answer.</summary>
    public ResponseKind Response { get; set; }

    /// <summary>The handler that keeps the answer; null when there is none.</summary>
    public CachingHandler? Handler { get; set; }

    /// <summary>Where the answer came from; null before there is one.</summary>
    public CacheStatus? Status { get; set; }

    /// <summary>The key under which the answer is or would be cached; null when the cache is bypassed.</summary>
    public string? Key { get; set; }

    public static RequestState? Find(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out RequestState? state) ? state : null;

    public static RequestState Of(HttpRequestMessage request)
    {
        if (Find(request) is { } state)
            return state;
        state = new RequestState();
        request.Options.Set(s_key, state);
        return state;
    }

    /// <summary>Gives a copy of a request a state of its own, so that what happens to the copy is not read off the original.</summary>
    public void CopyTo(HttpRequestMessage request) =>
        request.Options.Set(s_key, new RequestState { Policy = Policy, Timeout = Timeout, DeclaredJson = DeclaredJson, ReadsPayload = ReadsPayload });
}
