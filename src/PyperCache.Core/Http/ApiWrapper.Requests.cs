using System.Text.Json;

namespace PyperCache.Http;

public abstract partial class ApiWrapper
{
    /// <summary>Makes a request and reads its answer.</summary>
    /// <typeparam name="T">A model or a collection of models, a scalar, <see cref="JsonElement"/>, a type of <see cref="ApiWrapperOptions.JsonTypeInfoResolver"/>; or string, byte[] or <see cref="ReadOnlyMemory{T}"/> of byte for the body as it is.</typeparam>
    /// <param name="method">The method. Only GETs are cached.</param>
    /// <param name="path">The path below the origin, with or without a query; or an absolute URL on one of the origins.</param>
    /// <param name="query">Query values to add to the path; nulls are left out.</param>
    /// <param name="jsonBody">A JSON body.</param>
    /// <param name="form">Form values; with <paramref name="files"/> they become a multipart form.</param>
    /// <param name="files">Files to upload; their streams are disposed.</param>
    /// <param name="expected">What the answer is taken for. Text and bytes are never cached.</param>
    /// <param name="useCache">False: neither look into the cache nor write to it. Null: as the client is set up.</param>
    /// <param name="timeout">How long it may take; null: as the client is set up.</param>
    /// <param name="headers">Headers for this request.</param>
    /// <param name="expiry">How long the answer is fresh; null: as the client is set up.</param>
    /// <param name="origin">The origin's name; null for the default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer; null or default when it has no body.</returns>
    /// <exception cref="ApiHttpException">The server answered with an error status.</exception>
    /// <exception cref="ApiTimeoutException">The server did not answer in time.</exception>
    /// <exception cref="ApiDecodeException">The answer is no <typeparamref name="T"/>.</exception>
    /// <exception cref="ApiWrapperException">The connection failed.</exception>
    /// <exception cref="ArgumentException">There is no such origin, or <paramref name="path"/> leads away from all of them.</exception>
    public async Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        NamedValues? query = null,
        JsonBody? jsonBody = null,
        NamedValues? form = null,
        IEnumerable<ApiFile>? files = null,
        Expected expected = Expected.Auto,
        bool? useCache = null,
        TimeSpan? timeout = null,
        NamedValues? headers = null,
        TimeSpan? expiry = null,
        string? origin = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        bool isCached = useCache != false && expected is (Expected.Auto or Expected.Json);
        ApiRequest request = new(method, path)
        {
            Query = query,
            Json = jsonBody,
            Form = form,
            Files = files,
            Headers = headers,
            Origin = origin,
            Timeout = timeout,
            DeclaredJson = expected == Expected.Json,
            ReadsPayload = true,
            Policy = new EndpointPolicy { NoCache = !isCached, Expiry = expiry, Response = ResponseKind.Value },
        };
        WrapperRuntime runtime = Runtime;
        (HttpRequestMessage message, HttpClient client) = request.Build(runtime);
        using (message)
        {
            using HttpResponseMessage response = await SendAsync(runtime, message, client, cancellationToken).ConfigureAwait(false);
            try
            {
                return AnswerReader.Read<T>(response, expected, runtime.Serializer)!;
            }
            catch (Exception e) when (JsonBodySerializer.IsDecodeFault(e))
            {
                throw await runtime.Faults.ForBodyAsync(message, typeof(T), e).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes a request whose answer is JSON of any form.</summary>
    /// <returns>The answer; of kind <see cref="JsonValueKind.Undefined"/> when it has no body.</returns>
    /// <inheritdoc cref="RequestAsync{T}"/>
    public Task<JsonElement> RequestAsync(
        HttpMethod method,
        string path,
        NamedValues? query = null,
        JsonBody? jsonBody = null,
        NamedValues? form = null,
        IEnumerable<ApiFile>? files = null,
        Expected expected = Expected.Auto,
        bool? useCache = null,
        TimeSpan? timeout = null,
        NamedValues? headers = null,
        TimeSpan? expiry = null,
        string? origin = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<JsonElement>(method, path, query, jsonBody, form, files, expected, useCache, timeout, headers, expiry, origin, cancellationToken);

    /// <summary>Sends a message and refuses error statuses. The pipeline gives transport faults as exceptions of ours.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(WrapperRuntime runtime, HttpRequestMessage message, HttpClient client, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await runtime.Faults.ForStatusAsync(message, response, cancellationToken).ConfigureAwait(false);
    }
}
