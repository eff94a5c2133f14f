using System.Text.Json;

namespace PyperCache.Http;

/// <summary>Reads answers as what the caller asked for.</summary>
internal static class AnswerReader
{
    /// <summary>Reads the body of a success, which is in memory. Null or default when there is none.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static T? Read<T>(HttpResponseMessage response, Expected expected, JsonBodySerializer serializer)
    {
        ReadOnlyMemory<byte> body = response.Content is PayloadContent content
            ? content.Payload
            : throw new InvalidOperationException($"The answer's body was not loaded ({response.Content.GetType()}).");
        if (body.IsEmpty)
            return default;
        if (typeof(T) == typeof(byte[]))
            return (T)(object)body.ToArray();
        if (typeof(T) == typeof(ReadOnlyMemory<byte>))
            return (T)(object)body;
        string? charset = response.Content.Headers.ContentType?.CharSet;
        if (typeof(T) == typeof(string) && expected is not Expected.Json)
            return (T)(object)BodyReader.ToText(body, charset);
        if (expected is Expected.Text or Expected.Bytes)
            throw new NotSupportedException($"An answer that is expected as {(expected is Expected.Text ? "text" : "bytes")} is read as string or byte[], not as {typeof(T)}.");
        return serializer.Read<T>(BodyReader.ToUtf8(body, charset) ?? body);
    }
}
