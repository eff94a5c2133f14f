using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A small object around a big one, which is read when it is asked for.</summary>
[ApiModel(Validate = true)]
internal sealed partial class WrappedFeed
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    [Shallow]
    public Lazy<Feed> Page { get; set; } = null!;

    public string Next { get; set; } = "";

    public bool Complete { get; set; }
}
