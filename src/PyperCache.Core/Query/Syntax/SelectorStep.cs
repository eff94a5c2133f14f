namespace PyperCache.Query.Syntax;

/// <summary>One <c>?…</c> of a selector: what it asks of a value, and what it makes of it.</summary>
/// <param name="Path">Where the step looks.</param>
internal abstract record SelectorStep(SelectorPath Path);
