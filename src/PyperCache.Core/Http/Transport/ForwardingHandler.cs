namespace PyperCache.Http;

/// <summary>Sends requests through a client that was handed in, and which stays its owner's.</summary>
internal sealed class ForwardingHandler(HttpClient client) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A client refuses a request that another one has sent already, so it gets a copy that shares the content.
        HttpRequestMessage copy = RequestCopy.WithContentOf(request);
        HttpResponseMessage response = await client.SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        return response;
    }
}
