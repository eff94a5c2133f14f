using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary><c>System.Lazy&lt;T&gt;</c>; what else the member says goes to the value inside.</summary>
internal static class LazyRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named || type.DefinitionName() != Names.Lazy)
            return null;
        ITypeSymbol argument = named.TypeArguments[0];
        string check = context switch
        {
            { IsShallow: true } => "AtValue",
            { Validates: true } => "AtConstruction",
            _ => "Never",
        };
        return ShapeRules.Match(argument, context) is { } inner
            ? new ShapeSpec(
                CSharp.Name(type),
                $"{Names.Runtime}.Shapes.Lazy<{CSharp.Name(argument)}>({inner.Expression}, {Names.Runtime}.LazyCheck.{check})",
                IsStructural: true,
                CanBeImmutable: inner.CanBeImmutable)
            : null;
    }

    /// <summary>Whether the type, or what is optional in it, is lazy.</summary>
    public static bool Fits(ITypeSymbol type) =>
        type.DefinitionName() == Names.Lazy
        || (type is INamedTypeSymbol { TypeArguments: [var inner] } && type.DefinitionName() == Names.Optional && Fits(inner));
}
