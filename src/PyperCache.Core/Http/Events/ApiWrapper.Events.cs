using System.Runtime.CompilerServices;
using System.Text;

namespace PyperCache.Http;

public abstract partial class ApiWrapper
{
    /// <summary>Reads a stream of server-sent events, one by one, as they come. Nothing is sent before the enumeration begins.</summary>
    /// <param name="path">The path below the origin.</param>
    /// <param name="query">Query values to add to it.</param>
    /// <param name="method">The method; null for GET.</param>
    /// <param name="jsonBody">A JSON body.</param>
    /// <param name="headers">Headers for this request.</param>
    /// <param name="timeout">How long the server may take to begin; null: as the client is set up. Between events any time may pass.</param>
    /// <param name="reconnect">How to go on when the connection ends; null, the default: the enumeration ends.</param>
    /// <param name="origin">The origin's name; null for the default.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ApiHttpException">The server answered with an error status; thrown before the first event.</exception>
    /// <exception cref="ApiDecodeException">The answer is no stream of events.</exception>
    /// <exception cref="ApiWrapperException">The connection failed.</exception>
    public async IAsyncEnumerable<SseEvent> StreamSseAsync(
        string path,
        NamedValues? query = null,
        HttpMethod? method = null,
        JsonBody? jsonBody = null,
        NamedValues? headers = null,
        TimeSpan? timeout = null,
        SseReconnect? reconnect = null,
        string? origin = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ApiRequest request = Streamed(method ?? HttpMethod.Get, path, query, jsonBody, headers, timeout, origin);
        SseStream<string> stream = new(Runtime, request, static (_, data) => Encoding.UTF8.GetString(data), reconnect, _options.TimeProvider);
        await foreach ((string name, string data, string? id, TimeSpan? retry) in stream.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return new SseEvent(name, data, id, retry);
    }

    /// <summary>Reads a stream of server-sent events whose data is JSON.</summary>
    /// <typeparam name="T">A model, a scalar, or a type of <see cref="ApiWrapperOptions.JsonTypeInfoResolver"/>.</typeparam>
    /// <exception cref="ApiDecodeException">The answer is no stream of events, or the data of one is no <typeparamref name="T"/>.</exception>
    /// <inheritdoc cref="StreamSseAsync(string, NamedValues?, HttpMethod?, JsonBody?, NamedValues?, TimeSpan?, SseReconnect?, string?, CancellationToken)"/>
    public async IAsyncEnumerable<SseEvent<T>> StreamSseAsync<T>(
        string path,
        NamedValues? query = null,
        HttpMethod? method = null,
        JsonBody? jsonBody = null,
        NamedValues? headers = null,
        TimeSpan? timeout = null,
        SseReconnect? reconnect = null,
        string? origin = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WrapperRuntime runtime = Runtime;
        ApiRequest request = Streamed(method ?? HttpMethod.Get, path, query, jsonBody, headers, timeout, origin);
        SseStream<T?> stream = new(runtime, request, (_, data) => runtime.Serializer.Read<T>(data.ToArray()), reconnect, _options.TimeProvider);
        await foreach ((string name, T? data, string? id, TimeSpan? retry) in stream.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return new SseEvent<T>(name, data, id, retry);
    }

    private static ApiRequest Streamed(HttpMethod method, string path, NamedValues? query, JsonBody? jsonBody, NamedValues? headers, TimeSpan? timeout, string? origin)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new ApiRequest(method, path)
        {
            Query = query,
            Json = jsonBody,
            Headers = headers,
            Timeout = timeout,
            Origin = origin,
            Policy = new EndpointPolicy { NoCache = true, Response = ResponseKind.Content },
        };
    }
}
