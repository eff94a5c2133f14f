namespace PyperCache.Query.Syntax;

/// <summary><c>?path</c>: keeps what has the path.</summary>
/// <param name="Path">The path that must exist.</param>
internal sealed record ExistsStep(SelectorPath Path) : SelectorStep(Path);
