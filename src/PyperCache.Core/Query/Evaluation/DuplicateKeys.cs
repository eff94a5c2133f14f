namespace PyperCache.Query.Evaluation;

/// <summary>Which of several members of the same name a path leads to.</summary>
/// <remarks>
/// The last one, as everywhere. But a key that comes early in a large payload is to be found at once, without reading all that follows;
/// so a path looks for a second one only so far behind the first, for a third only so far behind the second, and so on.
/// </remarks>
internal static class DuplicateKeys
{
    private const int Window = 4096;

    /// <summary>Whether a key is near enough to the value of an earlier one to win over it.</summary>
    /// <param name="value">The offset of the earlier value.</param>
    /// <param name="colon">The offset of the colon behind the later key.</param>
    public static bool IsNear(int value, int colon) => colon - value < Window;

    /// <summary>Whether a member with the same key follows near enough.</summary>
    /// <param name="json">All bytes.</param>
    /// <param name="value">The offset of the value found.</param>
    /// <param name="key">Its key.</param>
    public static bool FollowNear(ReadOnlySpan<byte> json, int value, KeyPattern key)
    {
        int end = Math.Min(json.Length, value + Window);
        ReadOnlySpan<byte> window = json[value..end];
        if (window.IndexOf(key.Quoted) < 0 && window.IndexOf((byte)'\\') < 0)
            return false;
        var siblings = new SiblingScanner(json, value, end);
        return siblings.Contains(key);
    }
}
