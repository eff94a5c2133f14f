using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment that is not validated.</summary>
[ApiModel]
internal sealed partial class LooseComment
{
    public int PostId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Body { get; set; } = "";
}
