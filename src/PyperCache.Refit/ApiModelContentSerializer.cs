using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace PyperCache.Http;

/// <summary>
/// Reads and writes Refit's bodies by the models of this library, straight from UTF-8 and without reflection. Works in any Refit client:
/// <c>new RefitSettings(new ApiModelContentSerializer())</c>.
/// </summary>
/// <param name="serializer">What it reads and writes with.</param>
public sealed class ApiModelContentSerializer(JsonBodySerializer serializer)
    : IHttpContentSerializer, ISynchronousContentSerializer, ISynchronousContentDeserializer, IStreamingContentSerializer
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    /// <summary>Creates a serializer.</summary>
    /// <param name="resolver">Describes types that are neither models nor scalars, such as a <c>JsonSerializerContext</c>; null for none.</param>
    public ApiModelContentSerializer(IJsonTypeInfoResolver? resolver = null)
        : this(resolver is null ? JsonBodySerializer.Default : new JsonBodySerializer(resolver))
    {
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Nothing is known of <typeparamref name="T"/>.</exception>
    public HttpContent ToHttpContent<T>(T item)
    {
        PayloadContent content = new(serializer.Write(item));
        content.Headers.ContentType = s_json;
        return content;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Nothing is known of <typeparamref name="T"/>.</exception>
    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        content is PayloadContent { Payload: var payload }
            ? Task.FromResult(payload.IsEmpty ? default : serializer.Read<T>(payload))
            : ReadAsync<T>(content, cancellationToken);

    /// <inheritdoc/>
    public HttpContent ToHttpContentSynchronous<T>(T item) => ToHttpContent(item);

    /// <inheritdoc/>
    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContent(item);

    /// <inheritdoc/>
    public T? DeserializeFromString<T>(string content) => serializer.Read<T>(Encoding.UTF8.GetBytes(content));

    /// <inheritdoc/>
    public IAsyncEnumerable<T?> DeserializeStreamAsync<T>(Stream stream, StreamingContentFormat format, CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<T?> values = format switch
        {
            StreamingContentFormat.ServerSentEvents => JsonFrames.ReadEventsAsync<T>(stream, serializer, cancellationToken),
            StreamingContentFormat.JsonLines => JsonFrames.ReadLinesAsync<T>(stream, serializer, cancellationToken),
            _ => JsonFrames.ReadArrayAsync<T>(stream, serializer, cancellationToken),
        };
        return WithOurFaultsAsync(values, stream, cancellationToken);
    }

    /// <summary>The name of a property in a form. Null: Refit takes the property's own name, or what its attributes say.</summary>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    /// <summary>The values, and the exceptions that the other ways to make a request throw.</summary>
    private static async IAsyncEnumerable<T?> WithOurFaultsAsync<T>(IAsyncEnumerable<T?> values, Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using ConfiguredCancelableAsyncEnumerable<T?>.Enumerator enumerator = values.WithCancellation(cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await enumerator.MoveNextAsync())
                    yield break;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Exception fault = await ApiFaults.ForSequenceAsync(body, typeof(T), e).ConfigureAwait(false);
                if (ReferenceEquals(fault, e))
                    throw;
                throw fault;
            }

            yield return enumerator.Current;
        }
    }

    private async Task<T?> ReadAsync<T>(HttpContent content, CancellationToken cancellationToken)
    {
        // A fresh array each time: models keep parts of it.
        byte[] body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (body.Length == 0)
            return default;
        ReadOnlyMemory<byte> utf8 = body;
        if (content.Headers.ContentType?.CharSet?.Trim('"') is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            utf8 = Encoding.Convert(Encoding.GetEncoding(charset), Encoding.UTF8, body);
        return serializer.Read<T>(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);
    }
}
