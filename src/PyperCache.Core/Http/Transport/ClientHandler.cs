namespace PyperCache.Http;

/// <summary>The outermost handler of an origin's client, for every way to make a request: keeps requests at home and turns faults into exceptions of ours.</summary>
internal sealed class ClientHandler(ApiFaults faults, Uri origin, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A path that begins with two slashes, and an absolute one, name a host of their own. The client's headers must not go there.
        if (request.RequestUri is { } url && !Origin.IsSame(url, origin))
            throw new ArgumentException($"\"{faults.UrlOf(request)}\" lies outside of {origin}, so the client's credentials must not be sent there.");
        Task<HttpResponseMessage> answer = base.SendAsync(request, cancellationToken);
        if (!answer.IsCompletedSuccessfully)
            return WatchAsync(answer, request, cancellationToken);
        LetFaultsTell(request, answer.Result);
        return answer;
    }

    private async Task<HttpResponseMessage> WatchAsync(Task<HttpResponseMessage> answer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await answer.ConfigureAwait(false);
            LetFaultsTell(request, response);
            return response;
        }
        catch (Exception e) when (faults.ForTransport(request, e, cancellationToken) is var fault && !ReferenceEquals(fault, e))
        {
            throw fault;
        }
    }

    /// <summary>A sequence is read when this handler is long done; what goes wrong then must know its request.</summary>
    private void LetFaultsTell(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (RequestState.Find(request)?.Response == ResponseKind.Sequence && response.IsSuccessStatusCode)
            response.Content = new SequenceContent(response.Content, request, faults);
    }
}
