namespace PyperCache.Query.Syntax;

/// <summary>Why a text is no selector.</summary>
/// <param name="Position">The index of the first character at fault; the length of the text when it ends too early.</param>
/// <param name="Length">How many characters are at fault; 0 at the end of the text.</param>
/// <param name="Expected">What could have stood there.</param>
/// <param name="Advice">A sentence about what to write instead, or null.</param>
internal sealed record SelectorSyntaxError(int Position, int Length, string Expected, string? Advice);
