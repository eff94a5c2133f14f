using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A dictionary from text, or an interface of one.</summary>
internal static class DictionaryRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (ValueOf(type) is not { } value)
            return null;
        return ShapeRules.Match(value, context.OfElement()) is { } inner
            ? new ShapeSpec(
                CSharp.Name(type),
                $"{Names.Runtime}.Shapes.DictionaryAs<{CSharp.Name(type)}, {CSharp.Name(value)}>({inner.Expression}, static entries => entries)",
                IsStructural: true,
                CanBeImmutable: inner.CanBeImmutable && type.DefinitionName() == "System.Collections.Generic.IReadOnlyDictionary`2")
            : null;
    }

    /// <summary>The type of the values; null when the type is no dictionary from text.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] }
        && type.DefinitionName() is "System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.IDictionary`2" or "System.Collections.Generic.IReadOnlyDictionary`2"
            ? value
            : null;
}
