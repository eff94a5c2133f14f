using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary><c>int?</c>, <c>string?</c>. A reference type of code without nullable annotations may be null.</summary>
internal static class NullableRule
{
    /// <summary>What the cursor and the writer also know as nullable.</summary>
    private static readonly HashSet<string> s_calls = ["String", "Boolean", "Int32", "Int64", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset"];

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
        string? call = inner.Call is { } plain && s_calls.Contains(plain) ? plain + "OrNull" : null;
        string expression = inner.IsShared ? ScalarRule.OrNull(inner) : $"{Names.Runtime}.Shapes.{factory}({inner.Expression})";
        return new ShapeSpec(
            name, expression, call, inner.IsStructural, inner.IsShared, inner.HasOperator, inner.CanBeImmutable);
    }
}
