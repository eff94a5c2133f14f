namespace PyperCache.Models;

/// <summary>One place in a payload that does not fit its model.</summary>
/// <param name="Path">Where, as a JSON path from the root: <c>$.users[3].id</c>. For a missing key, the path that it would have had.</param>
/// <param name="Member">The member that was to be read, as <c>Type.Member</c>; the type alone when the whole value does not fit.</param>
/// <param name="Expected">What the member takes, in words: <c>int</c>, <c>string</c>, <c>array</c>.</param>
/// <param name="Found">What the payload holds, in words: <c>string</c>, <c>null</c>, <c>missing</c>.</param>
/// <param name="Snippet">The first characters of the raw text that was found; empty for a missing key.</param>
public sealed record ApiModelError(string Path, string Member, string Expected, string Found, string Snippet)
{
    /// <summary>The error as one line of text.</summary>
    public override string ToString() =>
        Snippet.Length == 0 || Snippet == Found ? $"{Path} ({Member}): expected {Expected}, found {Found}" : $"{Path} ({Member}): expected {Expected}, found {Found} {Snippet}";
}
