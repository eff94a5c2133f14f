using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Shapes;

/// <summary>What a member says about its value beyond the type. A rule takes what it uses out before it looks at inner types.</summary>
/// <param name="Timestamp">The arguments of the <c>[Timestamp]</c> shape, as an expression list; null without the attribute.</param>
/// <param name="Columns">The required columns of <c>[Columns]</c>; null without the attribute.</param>
/// <param name="IsShallow">Whether a lazy is left unchecked.</param>
/// <param name="Validates">Whether the model validates.</param>
internal sealed record ShapeContext(string? Timestamp, IReadOnlyList<string>? Columns, bool IsShallow, bool Validates)
{
    /// <summary>For types inside a list of rows, which have no attributes of their own.</summary>
    public ShapeContext WithoutColumns() => this with { Columns = null };
}
