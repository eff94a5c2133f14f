using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment that forgets the payload it came from.</summary>
[ApiModel(Validate = true, KeepRaw = false)]
internal sealed partial class LeanComment
{
    public int PostId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Body { get; set; } = "";
}
