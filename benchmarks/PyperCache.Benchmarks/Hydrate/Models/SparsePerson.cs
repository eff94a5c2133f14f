using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>The little that is wanted of a user.</summary>
[ApiModel(Validate = true, Naming = KeyNaming.SnakeCaseLower)]
internal sealed partial class SparsePerson
{
    public string ScreenName { get; set; } = "";

    public int FollowersCount { get; set; }
}
