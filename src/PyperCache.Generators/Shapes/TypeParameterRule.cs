using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type parameter of a generic model: what stands for it is known at run time only.</summary>
internal static class TypeParameterRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) =>
        type.TypeKind == TypeKind.TypeParameter
            ? new ShapeSpec(CSharp.Name(type), $"{Names.Runtime}.Shapes.Registered<{CSharp.Name(type)}>()", IsStructural: true)
            : null;
}
