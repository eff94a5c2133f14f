using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment that cannot be changed, and is no record.</summary>
[ApiModel(Validate = true)]
internal sealed partial class FixedComment
{
    public required int PostId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public string Body { get; init; } = "";
}
