using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary><c>int?</c>, <c>string?</c>. A reference type of code without nullable annotations may be null.</summary>
internal static class NullableRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Wrap("Nullable", type, ShapeRules.Match(nullable.TypeArguments[0], context));
        if (type.IsValueType || type.NullableAnnotation == NullableAnnotation.NotAnnotated || type.TypeKind == TypeKind.TypeParameter)
            return null;
        return Wrap("OrNull", type, ShapeRules.Match(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), context));
    }

    private static ShapeSpec? Wrap(string factory, ITypeSymbol type, ShapeSpec? inner)
    {
        if (inner is null)
            return null;
        string name = CSharp.Name(type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.Annotated));
        bool isDirect = inner.CursorCall is not null && inner.TypeName is "string" or "int" or "long" or "double" or "bool" or "decimal";
        string? call = isDirect ? inner.CursorCall!.Replace("cursor.", Names.Runtime + ".NullableReads.") + "ref cursor, " : null;
        string expression = inner.IsShared ? ScalarRule.OrNull(inner) : $"{Names.Runtime}.Shapes.{factory}({inner.Expression})";
        return new ShapeSpec(
            name, expression, call, inner.IsStructural, inner.IsShared, inner.HasOperator, inner.CanBeImmutable);
    }
}
