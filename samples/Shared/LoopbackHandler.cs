namespace PyperCache.Samples;

/// <summary>
/// Connects requests for any host to a server on this machine. To everybody else they stay what they were: cache keys, logs and errors name the
/// real host, whatever port the server happens to have.
/// </summary>
internal sealed class LoopbackHandler(Uri server, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri asked = request.RequestUri!;
        request.Headers.Host = asked.Authority;
        request.RequestUri = new Uri(server, asked.PathAndQuery);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = asked;
        }
    }
}
