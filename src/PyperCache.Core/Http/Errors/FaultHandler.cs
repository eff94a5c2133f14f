namespace PyperCache.Http;

/// <summary>Turns the faults of the pipeline below into exceptions of ours, for every way to make a request.</summary>
internal sealed class FaultHandler(ApiFaults faults, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> answer = base.SendAsync(request, cancellationToken);
        return answer.IsCompletedSuccessfully ? answer : WatchAsync(answer, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> WatchAsync(Task<HttpResponseMessage> answer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (Exception e) when (faults.ForTransport(request, e, cancellationToken) is var fault && !ReferenceEquals(fault, e))
        {
            throw fault;
        }
    }
}
