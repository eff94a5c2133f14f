using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type parameter of a generic model: what stands for it is known at run time only.</summary>
internal static class TypeParameterRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) =>
        type.TypeKind != TypeKind.TypeParameter ? null
        : type.NullableAnnotation == NullableAnnotation.Annotated ? Shape(type, $"{Names.Runtime}.Shapes.OrDefault({Registered(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))})")
        : Shape(type, Registered(type));

    private static ShapeSpec Shape(ITypeSymbol type, string expression) => new(CSharp.Name(type), expression, IsStructural: true, CanBeImmutable: true);

    private static string Registered(ITypeSymbol type) => $"{Names.Runtime}.Shapes.Registered<{CSharp.Name(type)}>()";
}
