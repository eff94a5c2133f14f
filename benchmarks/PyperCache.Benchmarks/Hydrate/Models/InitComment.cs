using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment whose members are set once.</summary>
[ApiModel(Validate = true)]
internal sealed partial record InitComment
{
    public required int PostId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public string Body { get; init; } = "";
}
