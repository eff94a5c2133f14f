namespace PyperCache.Http;

/// <summary>Sends each request through the handler that the factory has now, so that a client that lives long follows its rotation.</summary>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The factory owns its handlers: neither they nor this small invoker need disposing.
        HttpMessageInvoker current = new(factory.CreateHandler(name), disposeHandler: false);
        return current.SendAsync(request, cancellationToken);
    }
}
