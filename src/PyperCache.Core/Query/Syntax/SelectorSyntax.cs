using System.Collections.Immutable;

namespace PyperCache.Query.Syntax;

/// <summary>The parsed form of a selector.</summary>
/// <param name="path">Where to go first, or null to start at the payload itself.</param>
/// <param name="steps">What follows, left to right.</param>
/// <remarks>These files know nothing of JSON and of the rest of the library: they are compiled into the generator, too, so that both read selectors alike.</remarks>
internal sealed class SelectorSyntax(SelectorPath? path, ImmutableArray<SelectorStep> steps) : IEquatable<SelectorSyntax>
{
    public SelectorPath? Path { get; } = path;

    public ImmutableArray<SelectorStep> Steps { get; } = steps;

    /// <summary>Whether the selector is nothing but keys: <c>a.b</c>.</summary>
    public bool IsPlainPath => Path is not null && Steps.IsEmpty;

    public bool Equals(SelectorSyntax? other) => other is not null && Equals(Path, other.Path) && Steps.SequenceEqual(other.Steps);

    public override bool Equals(object? obj) => Equals(obj as SelectorSyntax);

    public override int GetHashCode() => Steps.Aggregate(Path?.GetHashCode() ?? 0, (hash, step) => unchecked((hash * 31) + step.GetHashCode()));

    /// <summary>The selector as text, in its shortest form.</summary>
    public override string ToString() => SelectorPrinter.Print(this);
}
