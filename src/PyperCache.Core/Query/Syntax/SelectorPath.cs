using System.Collections.Immutable;

namespace PyperCache.Query.Syntax;

/// <summary>Keys that lead from an object to a value inside it.</summary>
/// <param name="keys">At least one key.</param>
internal sealed class SelectorPath(ImmutableArray<SelectorKey> keys) : IEquatable<SelectorPath>
{
    public ImmutableArray<SelectorKey> Keys { get; } = keys;

    public string[] ToTexts() => Keys.Select(key => key.Text).ToArray();

    public bool Equals(SelectorPath? other) => other is not null && Keys.SequenceEqual(other.Keys);

    public override bool Equals(object? obj) => Equals(obj as SelectorPath);

    public override int GetHashCode() => Keys.Aggregate(Keys.Length, (hash, key) => unchecked((hash * 31) + key.GetHashCode()));

    public override string ToString() => SelectorPrinter.Print(this);
}
