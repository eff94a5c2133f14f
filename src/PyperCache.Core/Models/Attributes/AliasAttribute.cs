using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models;

/// <summary>Names the raw key, path or selector that a member is read from.</summary>
/// <param name="keys">Tried in order; the first that exists in the payload is taken. A text that is a selector is one (dots are paths); any other text is a literal key.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class AliasAttribute([StringSyntax("PyperSelector")] params string[] keys) : Attribute
{
    /// <summary>The keys, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
