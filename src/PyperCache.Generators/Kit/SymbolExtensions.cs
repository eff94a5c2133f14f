using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit;

/// <summary>Questions about symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>The names of types are asked for again and again, those of the framework for every member of every model.</summary>
    private static readonly ConditionalWeakTable<ITypeSymbol, string> s_names = new();

    /// <summary>Namespace and metadata name of the definition: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string DefinitionName(this ITypeSymbol type) => s_names.GetValue(type.OriginalDefinition, MakeName);

    private static string MakeName(ITypeSymbol definition) =>
        definition.ContainingType is { } outer
            ? outer.DefinitionName() + "+" + definition.MetadataName
            : definition.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.ToDisplayString() + "." + definition.MetadataName : definition.MetadataName;

    /// <summary>The first attribute of a type, by the full name of its definition; null when there is none.</summary>
    public static AttributeData? FindAttribute(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeClass?.DefinitionName() == name);

    public static AttributeData? FindAttribute(this ISymbol symbol, string name) => symbol.GetAttributes().FindAttribute(name);

    /// <summary>A named argument of an attribute, or the default of its type.</summary>
    public static T? Named<T>(this AttributeData? attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }

        return default;
    }

    /// <summary>The texts of an attribute's <c>params string[]</c> constructor argument.</summary>
    public static IReadOnlyList<string> Texts(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 0 ? []
        : attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array ? [.. array.Values.Select(static v => v.Value).OfType<string>()]
        : attribute.ConstructorArguments[0] is { Kind: not TypedConstantKind.Array, Value: string text } ? [text] : [];

    /// <summary>Where an attribute stands, else where the symbol does.</summary>
    public static Location LocationOr(this AttributeData? attribute, ISymbol symbol) =>
        attribute?.ApplicationSyntaxReference is { } reference
            ? Location.Create(reference.SyntaxTree, reference.Span)
            : symbol.Locations.FirstOrDefault() ?? Location.None;

    /// <summary>The base types, nearest first, without <see cref="object"/> and <see cref="ValueType"/>.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseTypes(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type.BaseType; t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; t = t.BaseType)
            yield return t;
    }

    /// <summary>Whether all of the type can be named from anywhere in its assembly.</summary>
    public static bool IsAccessibleInAssembly(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
