namespace PyperCache.Query.Syntax;

/// <summary><c>?path*</c>: takes the value at the path, of an object or of every element.</summary>
/// <param name="Path">The path to the value taken.</param>
internal sealed record PluckStep(SelectorPath Path) : SelectorStep(Path);
