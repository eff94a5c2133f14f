using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Shapes;

/// <summary>What a member says about its value beyond the type. A rule takes what it uses out before it looks at inner types.</summary>
/// <param name="Timestamp">The arguments of the <c>[Timestamp]</c> shape, as an expression list; null without the attribute.</param>
/// <param name="Columns">The required columns of <c>[Columns]</c>; null without the attribute.</param>
/// <param name="Converter">The converter that <c>[JsonConverter]</c> names; null without the attribute.</param>
/// <param name="IsShallow">Whether a lazy is left unchecked.</param>
/// <param name="Validates">Whether the model validates.</param>
/// <param name="Assembly">The assembly that reads the member.</param>
internal sealed record ShapeContext(string? Timestamp, IReadOnlyList<string>? Columns, INamedTypeSymbol? Converter, bool IsShallow, bool Validates, IAssemblySymbol Assembly)
{
    /// <summary>A type that stands for itself, without a member around it.</summary>
    public static ShapeContext Plain(IAssemblySymbol assembly, bool validates = false) =>
        new(Timestamp: null, Columns: null, Converter: null, IsShallow: false, validates, assembly);

    /// <summary>For the elements of a collection: columns and a converter are of the collection itself.</summary>
    public ShapeContext OfElement() => this with { Columns = null, Converter = null };
}
