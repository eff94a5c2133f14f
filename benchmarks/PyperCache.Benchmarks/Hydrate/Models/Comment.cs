using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment of a blog.</summary>
[ApiModel(Validate = true)]
internal sealed partial class Comment
{
    public int PostId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Body { get; set; } = "";
}
