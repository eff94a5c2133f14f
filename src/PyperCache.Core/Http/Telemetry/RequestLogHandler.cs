using Microsoft.Extensions.Logging;
using PyperCache.Logging;

namespace PyperCache.Http;

/// <summary>Writes a line to a <see cref="RequestLogger"/> for each request that passes. Behind a <see cref="CachingHandler"/> that is what went to the network.</summary>
public sealed class RequestLogHandler : DelegatingHandler
{
    private readonly RequestLogger _log;
    private readonly UrlRedactor _redactor;
    private readonly ILogger? _logger;

    /// <summary>Creates a handler that needs an inner handler yet.</summary>
    /// <param name="log">Where the lines go; not disposed.</param>
    /// <param name="redactQuery">Query parameters whose values are not to be logged; null for the usual names of keys and tokens.</param>
    public RequestLogHandler(RequestLogger log, IEnumerable<string>? redactQuery = null)
    {
        _log = log;
        _redactor = new UrlRedactor(redactQuery ?? new CachingHandlerOptions().RedactQuery);
    }

    internal RequestLogHandler(RequestLogger log, HttpMessageHandler inner, UrlRedactor redactor, ILogger? logger)
        : base(inner)
    {
        _log = log;
        _redactor = redactor;
        _logger = logger;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            _log.Log(_redactor.Redact(request.RequestUri), (int)response.StatusCode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (_logger is not null)
                HttpLog.RequestLogFailed(_logger, e);
        }

        return response;
    }
}
