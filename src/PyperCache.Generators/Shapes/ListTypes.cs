using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Shapes;

/// <summary>The collection types that hold one kind of element.</summary>
internal static class ListTypes
{
    /// <summary>The element type, or null when the type is no such collection.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when IsList(type) || IsSet(type) || IsImmutableArray(type) => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>A list, or an interface of one.</summary>
    public static bool IsList(ITypeSymbol type) => type.DefinitionName() is
        "System.Collections.Generic.List`1" or "System.Collections.Generic.IList`1" or "System.Collections.Generic.IReadOnlyList`1"
        or "System.Collections.Generic.ICollection`1" or "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IEnumerable`1";

    public static bool IsSet(ITypeSymbol type) => type.DefinitionName() is
        "System.Collections.Generic.HashSet`1" or "System.Collections.Generic.ISet`1" or "System.Collections.Generic.IReadOnlySet`1";

    /// <summary>Whether its type lets nobody change the collection.</summary>
    public static bool IsReadOnly(ITypeSymbol type) => IsImmutableArray(type) || type.DefinitionName() is
        "System.Collections.Generic.IReadOnlyList`1" or "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IEnumerable`1"
        or "System.Collections.Generic.IReadOnlySet`1";

    public static bool IsImmutableArray(ITypeSymbol type) => type.DefinitionName() == "System.Collections.Immutable.ImmutableArray`1";
}
