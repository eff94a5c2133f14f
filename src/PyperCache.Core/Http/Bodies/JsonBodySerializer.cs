using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models;

namespace PyperCache.Http;

/// <summary>Turns JSON bodies into values and back, without reflection: registered models first, then what the resolver knows.</summary>
/// <param name="resolver">Describes types that are neither models nor scalars, such as a <c>JsonSerializerContext</c>; null for none.</param>
public sealed class JsonBodySerializer(IJsonTypeInfoResolver? resolver = null)
{
    private readonly JsonSerializerOptions? _options = resolver is null ? null : new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = resolver };

    /// <summary>A serializer that knows models and scalars only.</summary>
    public static JsonBodySerializer Default { get; } = new();

    /// <summary>Whether the type can be read and written.</summary>
    public bool CanHandle<T>() => ModelRegistry.IsRegistered<T>() || TypeInfo<T>() is not null;

    /// <summary>Reads a body.</summary>
    /// <param name="utf8Json">The body. Models may keep parts of it, so it must not change any more.</param>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    /// <exception cref="ApiModelValidationException">The body does not fit the model.</exception>
    /// <exception cref="NotSupportedException">Nothing is known of <typeparamref name="T"/>.</exception>
    public T? Read<T>(ReadOnlyMemory<byte> utf8Json)
    {
        if (ModelRegistry.IsRegistered<T>())
            return ApiModel.FromJson<T>(utf8Json);
        if (typeof(T) == typeof(JsonDocument))
            return (T)(object)JsonDocument.Parse(utf8Json);
        return TypeInfo<T>() is { } typeInfo ? JsonSerializer.Deserialize(utf8Json.Span, typeInfo) : throw Unknown(typeof(T));
    }

    /// <summary>Writes a value.</summary>
    /// <exception cref="NotSupportedException">Nothing is known of <typeparamref name="T"/>.</exception>
    public ReadOnlyMemory<byte> Write<T>(T value)
    {
        if (value is JsonNode node)
            return JsonNodes.ToUtf8(node);
        if (ModelRegistry.IsRegistered<T>())
            return ApiModel.ToJson(value);
        return TypeInfo<T>() is { } typeInfo ? JsonSerializer.SerializeToUtf8Bytes(value, typeInfo) : throw Unknown(typeof(T));
    }

    /// <summary>Whether the exception says that a body does not fit, rather than that the program is wrong.</summary>
    internal static bool IsDecodeFault(Exception e) => e is JsonException or ApiModelValidationException or FormatException or OverflowException;

    private static NotSupportedException Unknown(Type type) => new(
        $"{type} can be neither read nor written: mark it with [ApiModel], register it with [assembly: ApiModelFor<{type.Name}>], or give the client a JsonSerializerContext that knows it.");

    private JsonTypeInfo<T>? TypeInfo<T>() =>
        _options is not null && _options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? info) ? info as JsonTypeInfo<T> : null;
}
