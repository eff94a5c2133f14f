using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PyperCache.Http;

/// <summary>A JSON body to send.</summary>
public sealed class JsonBody
{
    private readonly Func<JsonBodySerializer, ReadOnlyMemory<byte>> _write;

    private JsonBody(Func<JsonBodySerializer, ReadOnlyMemory<byte>> write) => _write = write;

    /// <summary>A model, a collection of models, or any type that the client's resolver knows.</summary>
    public static JsonBody Of<T>(T value) => new(serializer => serializer.Write(value));

    /// <summary>Any type, described by its type information.</summary>
    public static JsonBody Of<T>(T value, JsonTypeInfo<T> typeInfo) => new(_ => JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>JSON as it is, in UTF-8.</summary>
    public static JsonBody FromUtf8(ReadOnlyMemory<byte> utf8Json) => new(_ => utf8Json);

    /// <summary>A node.</summary>
    public static JsonBody FromNode(JsonNode node) => new(_ => JsonNodes.ToUtf8(node));

    /// <summary>An element.</summary>
    public static JsonBody FromElement(JsonElement element) => new(_ => System.Text.Encoding.UTF8.GetBytes(element.GetRawText()));

    /// <inheritdoc cref="FromNode"/>
    public static implicit operator JsonBody(JsonNode node) => FromNode(node);

    /// <inheritdoc cref="FromElement"/>
    public static implicit operator JsonBody(JsonElement element) => FromElement(element);

    internal ReadOnlyMemory<byte> Write(JsonBodySerializer serializer) => _write(serializer);
}
