using System.ComponentModel;
using System.Net;
using PyperCache.Logging;

namespace PyperCache.Http;

/// <summary>
/// Base of API clients: origins, a cache for GETs, a request log, typed answers. Derive from it, declare Refit interfaces with
/// <c>[ApiClient&lt;T&gt;]</c>, and write by hand what they cannot say.
/// </summary>
/// <remarks>Thread-safe. Nothing is opened and no overridable member called before the first use.</remarks>
public abstract partial class ApiWrapper : IAsyncDisposable, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ApiWrapperOptions _options;
    private WrapperRuntime? _runtime;
    private bool _isClosed;

    /// <summary>Creates a client.</summary>
    /// <param name="options">How it works. Changes count until its first use.</param>
    /// <exception cref="ArgumentException">There is no origin, an origin is no http URL, or the default origin is none of them.</exception>
    protected ApiWrapper(ApiWrapperOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <summary>The cache, with all answers that were given out so far; null when there is none, or when it could not be opened.</summary>
    /// <exception cref="NotSupportedException">The extension of the cache's path is none that a cache can have.</exception>
    public Cache? Cache
    {
        get
        {
            WrapperRuntime runtime = Runtime;
            runtime.WhenKeptAsync().Wait();
            return runtime.Cache;
        }
    }

    /// <summary>The log of requests that went to the network; null when there is none.</summary>
    public RequestLogger? RequestLogger => Runtime.RequestLogger;

    /// <summary>The exceptions of this client, for the code that connects it with Refit.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ApiFaults Faults => Runtime.Faults;

    /// <summary>The policies of the declared endpoints. The generator overrides it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual EndpointTable Endpoints => EndpointTable.Empty;

    private WrapperRuntime Runtime
    {
        get
        {
            if (_runtime is { } runtime)
                return runtime;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isClosed, this);
                return _runtime ??= CreateRuntime();
            }
        }
    }

    /// <summary>Changes the options that the client's constructor set, such as a container does.</summary>
    /// <exception cref="InvalidOperationException">The client has been used already.</exception>
    public void ConfigureOptions(Action<ApiWrapperOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        lock (_gate)
        {
            if (_runtime is not null)
                throw new InvalidOperationException($"{GetType().Name} has been used already; its options no longer change.");
            configure(_options);
        }
    }

    /// <summary>The client that sends to an origin, through cache and log. It belongs to this object.</summary>
    /// <param name="origin">The origin's name; null for the default.</param>
    /// <exception cref="ArgumentException">There is no such origin.</exception>
    public HttpClient GetHttpClient(string? origin = null) => Runtime.Origin(origin).Client;

    /// <summary>The key under which the answer to a GET is cached, when it is made with no headers but the client's own.</summary>
    /// <param name="path">The path below the origin.</param>
    /// <param name="query">Query values to add to it.</param>
    /// <param name="origin">The origin's name; null for the default.</param>
    public string GetCacheKey(string path, NamedValues? query = null, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        WrapperRuntime runtime = Runtime;
        (HttpRequestMessage message, HttpClient client) = new ApiRequest(HttpMethod.Get, path) { Query = query, Origin = origin }.Build(runtime);
        using (message)
        {
            foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in client.DefaultRequestHeaders.NonValidated)
                message.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return runtime.CachingOf(client).KeyOf(message);
        }
    }

    /// <summary>Escapes a value so that it is one segment of a path.</summary>
    /// <exception cref="ArgumentException">The value is empty, "." or "..", which cannot be a segment.</exception>
    public static string PathValue(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return value is "." or ".." ? throw new ArgumentException($"\"{value}\" would change the path instead of being a part of it.", nameof(value)) : Uri.EscapeDataString(value);
    }

    /// <summary>Waits for answers that are on their way into the cache, then closes cache and log. May be called twice.</summary>
    public void Close()
    {
        if (Detach() is not { } runtime)
            return;
        runtime.WhenKeptAsync().Wait();
        runtime.Dispose();
    }

    /// <inheritdoc cref="Close"/>
    public async ValueTask DisposeAsync()
    {
        if (Detach() is { } runtime)
        {
            await runtime.WhenKeptAsync().ConfigureAwait(false);
            runtime.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Close"/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets up the client of an origin, once, at the first use of this object: default headers, versions.</summary>
    /// <param name="http">The client; its base address is the origin's.</param>
    protected virtual void ConfigureClient(HttpClient http)
    {
    }

    /// <summary>Makes the handler that sends requests, once, at the first use of this object: a proxy, certificates, a stub. It is disposed with the client.</summary>
    protected virtual HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Closes the client.</summary>
    /// <param name="disposing">Whether it was asked for, rather than found by the garbage collector.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Close();
    }

    private WrapperRuntime? Detach()
    {
        lock (_gate)
        {
            _isClosed = true;
            WrapperRuntime? runtime = _runtime;
            _runtime = null;
            return runtime;
        }
    }

    private WrapperRuntime CreateRuntime()
    {
        _options.Validate();
        return new WrapperRuntime(_options, GetType().FullName!, Endpoints, CreateHandler, ConfigureClient);
    }
}
