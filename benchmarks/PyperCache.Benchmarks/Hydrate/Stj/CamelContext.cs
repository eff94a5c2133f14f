using System.Text.Json.Serialization;

namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>What the source generator of System.Text.Json makes of the types whose keys are in camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<CommentDto>))]
[JsonSerializable(typeof(WrappedFeedDto))]
internal sealed partial class CamelContext : JsonSerializerContext;
