using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary><c>Optional&lt;T&gt;</c>.</summary>
internal static class OptionalRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named || type.DefinitionName() != Names.Optional)
            return null;
        ITypeSymbol argument = named.TypeArguments[0];
        return ShapeRules.Match(argument, context) is { } inner
            ? new ShapeSpec(CSharp.Name(type), $"{Names.Runtime}.Shapes.Optional<{CSharp.Name(argument)}>({inner.Expression})", IsStructural: inner.IsStructural, CanBeImmutable: inner.CanBeImmutable)
            : null;
    }
}
