namespace PyperCache.Query.Syntax;

/// <summary>A parsed selector, or the reason why there is none. Exactly one of the two is not null.</summary>
/// <param name="Syntax">The parsed form.</param>
/// <param name="Error">The first fault.</param>
internal sealed record SelectorParseResult(SelectorSyntax? Syntax, SelectorSyntaxError? Error);
