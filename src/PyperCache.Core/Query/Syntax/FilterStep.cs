namespace PyperCache.Query.Syntax;

/// <summary><c>?path=value</c>, perhaps with a tail: keeps what has the value at the path, and plucks the tail from what is kept.</summary>
/// <param name="Path">The path to the value compared.</param>
/// <param name="Value">What it must be equal to.</param>
/// <param name="Tail">What is taken from each match, or null to keep the match itself.</param>
internal sealed record FilterStep(SelectorPath Path, SelectorValue Value, SelectorPath? Tail) : SelectorStep(Path);
