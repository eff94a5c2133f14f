using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>Arrays, lists, sets and the interfaces of them.</summary>
internal static class SequenceRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (ListTypes.ElementOf(type) is not { } element || ShapeRules.Match(element, context.OfElement()) is not { } item)
            return null;
        string name = CSharp.Name(type), elementName = CSharp.Name(element);
        string expression = type switch
        {
            IArrayTypeSymbol => $"Array<{elementName}>({item.Expression})",
            _ when ListTypes.IsImmutableArray(type) => $"ImmutableArray<{elementName}>({item.Expression})",
            _ when ListTypes.IsSet(type) => $"SetAs<{name}, {elementName}>({item.Expression}, static items => items)",
            { Name: "List" } => $"List<{elementName}>({item.Expression})",
            _ => $"ListAs<{name}, {elementName}>({item.Expression}, static items => items)",
        };
        return new ShapeSpec(name, $"{Names.Runtime}.Shapes.{expression}", IsStructural: true, CanBeImmutable: item.CanBeImmutable && ListTypes.IsReadOnly(type));
    }
}
