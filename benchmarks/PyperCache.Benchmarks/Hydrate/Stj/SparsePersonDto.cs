namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>The little that is wanted of a user, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class SparsePersonDto
{
    public string ScreenName { get; set; } = "";

    public int FollowersCount { get; set; }
}
