using System.Text.Json;

namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A small object around a big one, which is kept for later as a <see cref="JsonElement"/>.</summary>
internal sealed class WrappedFeedDto
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public JsonElement Page { get; set; }

    public string Next { get; set; } = "";

    public bool Complete { get; set; }
}
