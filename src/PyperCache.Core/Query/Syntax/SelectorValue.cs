namespace PyperCache.Query.Syntax;

/// <summary>What a filter compares with.</summary>
/// <param name="Kind">The kind of JSON value that can be equal.</param>
/// <param name="Text">The text itself without quotes, the number as written, or empty.</param>
internal sealed record SelectorValue(SelectorValueKind Kind, string Text = "");
