using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;
using PyperCache.Models.Generated;

namespace PyperCache.Models;

/// <summary>Hydrates, checks and writes any registered type: models, scalars and collections of them.</summary>
public static class ApiModel
{
    /// <summary>Hydrates a payload.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="utf8Json">One JSON value as UTF-8. Models keep slices of it: the bytes must not change afterwards.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public static T FromJson<T>(ReadOnlyMemory<byte> utf8Json) => Hydration.Run(ModelRegistry.Find<T>(), utf8Json);

    /// <inheritdoc cref="FromJson{T}(ReadOnlyMemory{byte})"/>
    /// <param name="utf8Json">One JSON value as UTF-8. It is copied if models keep slices of it.</param>
    public static T FromJson<T>(ReadOnlySpan<byte> utf8Json) => Hydration.Run(ModelRegistry.Find<T>(), utf8Json);

    /// <inheritdoc cref="FromJson{T}(ReadOnlyMemory{byte})"/>
    /// <param name="json">One JSON value.</param>
    public static T FromJson<T>(string json) => Hydration.Run(ModelRegistry.Find<T>(), Bytes(json));

    /// <inheritdoc cref="FromJson{T}(ReadOnlyMemory{byte})"/>
    /// <param name="json">One JSON value.</param>
    public static T FromJson<T>(JsonElement json) => Hydration.Run(ModelRegistry.Find<T>(), JsonMarshal.GetRawUtf8Value(json));

    /// <inheritdoc cref="FromJson{T}(ReadOnlyMemory{byte})"/>
    /// <param name="utf8Json">One JSON value as UTF-8; read to its end and left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<T> FromJsonAsync<T>(Stream utf8Json, CancellationToken cancellationToken = default) =>
        FromJson<T>(await ReadAsync(utf8Json, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds what does not fit, without hydrating or throwing. Allocates nothing when all fits.</summary>
    /// <returns>All errors, at most 100, in the order of the payload; empty when it fits.</returns>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static IReadOnlyList<ApiModelError> Check<T>(ReadOnlySpan<byte> utf8Json) => Check(ModelRegistry.Find<T>(), utf8Json);

    /// <inheritdoc cref="Check{T}(ReadOnlySpan{byte})"/>
    public static IReadOnlyList<ApiModelError> Check<T>(string json) => Check<T>(Bytes(json).Span);

    /// <summary>Writes a value. A model that has not changed since it was hydrated gives the very bytes that it came from.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public static ReadOnlyMemory<byte> ToJson<T>(T value) => ModelRegistry.Find<T>().ToJson(value);

    internal static IReadOnlyList<ApiModelError> Check<T>(Shape<T> shape, ReadOnlySpan<byte> utf8Json)
    {
        CheckLog log = default;
        JsonCursor cursor = new(utf8Json);
        shape.Check(ref cursor, ref log);
        cursor.End();
        return log.Errors;
    }

    internal static ReadOnlyMemory<byte> Bytes(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Encoding.UTF8.GetBytes(json);
    }

    internal static ReadOnlyMemory<byte> Bytes(JsonNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, ModelJson.WriterOptions))
            node.WriteTo(writer);
        return buffer.WrittenMemory;
    }

    internal static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream buffer = new();
        await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.TryGetBuffer(out ArraySegment<byte> bytes) ? bytes : buffer.ToArray();
    }
}
