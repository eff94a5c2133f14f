using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A list with <c>[Columns]</c>.</summary>
internal static class ColumnsRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (context.Columns is null || RowOf(type) is not { } row)
            return null;
        string required = string.Concat(context.Columns.Select(static c => ", " + CSharp.Literal(c)));
        string create = type is IArrayTypeSymbol || ListTypes.IsImmutableArray(type) ? "static rows => [.. rows]" : "static rows => rows";
        return new ShapeSpec(
            CSharp.Name(type), $"{Names.Runtime}.Shapes.Columns<{CSharp.Name(type)}, {CSharp.Name(row)}>({create}{required})", IsStructural: true, CanBeImmutable: ListTypes.IsReadOnly(type));
    }

    /// <summary>The model of which the type, or what is lazy in it, is a list; or null.</summary>
    public static INamedTypeSymbol? RowIn(ITypeSymbol type) =>
        RowOf(type is INamedTypeSymbol { TypeArguments: [var inner] } && type.DefinitionName() == Names.Lazy ? inner : type);

    private static INamedTypeSymbol? RowOf(ITypeSymbol type) =>
        ListTypes.ElementOf(type) is INamedTypeSymbol row && ModelRule.IsModel(row) && !ListTypes.IsSet(type) ? row : null;
}
