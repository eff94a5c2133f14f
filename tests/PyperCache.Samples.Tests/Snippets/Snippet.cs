namespace PyperCache.Samples.Tests.Snippets;

/// <summary>A block of C# on a page.</summary>
/// <param name="Page">The page, relative to the solution.</param>
/// <param name="Line">The line of the page on which the code begins, from 1.</param>
/// <param name="Code">The code.</param>
/// <param name="IsContinuation">Whether it goes on where the block before it ended.</param>
internal sealed record Snippet(string Page, int Line, string Code, bool IsContinuation)
{
    public override string ToString() => $"{Page}:{Line}";
}
