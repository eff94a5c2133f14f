using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models.Generated;

namespace PyperCache.Models;

/// <summary>Models inside <c>System.Text.Json</c>.</summary>
public static class ApiModelJson
{
    /// <summary>
    /// Lets <see cref="JsonSerializer"/> read and write models and collections of them by their generated code. It answers for nothing else:
    /// put it first in <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>. Works without reflection.
    /// </summary>
    /// <remarks>What does not fit surfaces as <see cref="ApiModelValidationException"/>, as it does elsewhere.</remarks>
    public static IJsonTypeInfoResolver Resolver { get; } = new ModelTypeInfoResolver();

    private sealed class ModelTypeInfoResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => ModelRegistry.FindModelShape(type)?.CreateTypeInfo(options);
    }
}
