using System.Text.Json.Serialization;

namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>What the source generator of System.Text.Json makes of the types whose keys are in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<IssueDto>))]
[JsonSerializable(typeof(FeedDto))]
[JsonSerializable(typeof(SparseFeedDto))]
[JsonSerializable(typeof(ForecastDto))]
internal sealed partial class SnakeContext : JsonSerializerContext;
