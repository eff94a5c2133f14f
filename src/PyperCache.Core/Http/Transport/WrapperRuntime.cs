using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PyperCache.Logging;

namespace PyperCache.Http;

/// <summary>What a client makes at its first use: handler, cache, log, and an <see cref="HttpClient"/> per origin.</summary>
internal sealed class WrapperRuntime : IDisposable
{
    private readonly ApiWrapperOptions _options;
    private readonly HttpMessageHandler _transport;
    private readonly Lazy<Cache?> _cache;
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);

    /// <param name="options">Checked options.</param>
    /// <param name="clientName">The first part of all keys.</param>
    /// <param name="endpoints">The policies.</param>
    /// <param name="createHandler">Makes the handler that sends.</param>
    /// <param name="configure">Sets up each client.</param>
    public WrapperRuntime(ApiWrapperOptions options, string clientName, EndpointTable endpoints, Func<HttpMessageHandler> createHandler, Action<HttpClient> configure)
    {
        _options = options;
        Redactor = new UrlRedactor(options.RedactQuery);
        Serializer = new JsonBodySerializer(options.JsonTypeInfoResolver);
        Faults = new ApiFaults(Serializer, options.RedactQuery);
        _cache = new Lazy<Cache?>(OpenCache);
        RequestLogger = OpenLog();
        HttpMessageHandler transport = options.HttpClient is { } client ? new ForwardingHandler(client) : options.HandlerFactory?.Invoke() ?? createHandler();
        _transport = RequestLogger is { } log ? new RequestLogHandler(log, transport, Redactor, options.Logger) : transport;
        foreach ((string name, string address) in options.Origins)
            _origins.Add(name, CreateOrigin(name, address, clientName, endpoints, transport, configure));
    }

    public UrlRedactor Redactor { get; }

    public JsonBodySerializer Serializer { get; }

    public ApiFaults Faults { get; }

    public Cache? Cache => _cache.Value;

    public RequestLogger? RequestLogger { get; }

    public Origin Origin(string? name) => _origins[_options.Resolve(name)];

    /// <summary>The origin on which an absolute URL lies, or null.</summary>
    public Origin? Owner(Uri url) => _origins.Values.FirstOrDefault(o => o.Owns(url));

    public CachingHandler CachingOf(HttpClient client) => _origins.Values.First(o => ReferenceEquals(o.Client, client)).Caching;

    public Task WhenKeptAsync() => Task.WhenAll(_origins.Values.Select(static o => o.Caching.WhenKeptAsync()));

    public void Dispose()
    {
        foreach (Origin origin in _origins.Values)
            origin.Dispose();
        if (_options.HttpClient is null)
            _transport.Dispose();
        if (_cache is { IsValueCreated: true, Value: { } cache })
        {
            cache.WriteSoonOut();
            if (_options.Cache is null)
                cache.Close();
        }

        RequestLogger?.Dispose();
    }

    private Origin CreateOrigin(string name, string address, string clientName, EndpointTable endpoints, HttpMessageHandler transport, Action<HttpClient> configure)
    {
        string baseAddress = Http.Origin.BaseOf(address);
        CachingHandlerOptions caching = new()
        {
            ClientName = clientName,
            Origin = name,
            BasePath = new Uri(baseAddress).AbsolutePath.TrimEnd('/'),
            DefaultExpiry = _options.DefaultExpiry,
            MaxResponseBytes = _options.MaxResponseBytes,
            Timeout = _options.Timeout,
            Endpoints = endpoints,
            Replay = _options.Replay,
            KeyHeaders = _options.KeyHeaders,
            Identity = _options.Identity,
            RedactQuery = _options.RedactQuery,
            KeepHeaders = _options.KeepHeaders,
            TimeProvider = _options.TimeProvider,
            Logger = _options.Logger,
        };
        CachingHandler handler = new(() => Cache, caching, HandlerIdentity.Of(transport)) { InnerHandler = new SharedHandler(_transport) };
        Uri home = new(baseAddress + "/");
        HttpClient client = new(new ClientHandler(Faults, home, handler)) { BaseAddress = home, Timeout = Timeout.InfiniteTimeSpan };
        if (_options.HttpClient is { } given)
            CopyDefaults(given, client);
        configure(client);
        return new Origin(name, address, client, handler);
    }

    /// <summary>The default headers of a client handed in belong to the key, so they must be on the request before the cache sees it.</summary>
    private static void CopyDefaults(HttpClient from, HttpClient to)
    {
        foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in from.DefaultRequestHeaders.NonValidated)
            to.DefaultRequestHeaders.TryAddWithoutValidation(header.Key, header.Value);
        to.DefaultRequestVersion = from.DefaultRequestVersion;
        to.DefaultVersionPolicy = from.DefaultVersionPolicy;
    }

    private Cache? OpenCache()
    {
        if (!_options.EnableCache)
            return null;
        if (_options.Cache is { } given)
            return given;
        if (_options.CachePath is not { } path)
            return null;
        try
        {
            return new Cache(path, _options.CacheOptions ?? new CacheOptions { TimeProvider = _options.TimeProvider, Logger = _options.Logger ?? NullLogger.Instance });
        }
        catch (Exception e) when (e is not NotSupportedException)
        {
            // An unknown extension is a mistake of the program. Anything else is the machine's, and the network still has the answers.
            if (_options.Logger is { } logger)
                HttpLog.CacheFailed(logger, "open", e);
            return null;
        }
    }

    private RequestLogger? OpenLog()
    {
        if (_options.RequestLogPath is not { } path)
            return null;
        try
        {
            return new RequestLogger(path, new RequestLoggerOptions { TimeProvider = _options.TimeProvider });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_options.Logger is { } logger)
                HttpLog.RequestLogFailed(logger, e);
            return null;
        }
    }
}
