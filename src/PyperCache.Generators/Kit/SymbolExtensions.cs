using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Kit;

/// <summary>Questions about symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>The names of types are asked for again and again, those of the framework for every member of every model.</summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, string> s_names = new();

    /// <summary>The namespace, dotted; empty for the global one.</summary>
    public static string QualifiedName(this INamespaceSymbol @namespace) =>
        @namespace.IsGlobalNamespace ? "" : s_names.GetValue(@namespace, static n => n.ToDisplayString());

    /// <summary>Namespace and metadata name of the definition: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string DefinitionName(this ITypeSymbol type) => s_names.GetValue(type.OriginalDefinition, MakeName);

    private static string MakeName(INamespaceOrTypeSymbol definition) =>
        definition.ContainingType is { } outer
            ? outer.DefinitionName() + "+" + definition.MetadataName
            : definition.ContainingNamespace is { IsGlobalNamespace: false } ns ? ns.QualifiedName() + "." + definition.MetadataName : definition.MetadataName;

    /// <summary>The first attribute of a type, by the full name of its definition; null when there is none.</summary>
    public static AttributeData? FindAttribute(this ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass?.DefinitionName() == name)
                return attribute;
        }

        return null;
    }

    public static AttributeData? FindAttribute(this ISymbol symbol, string name) => symbol.GetAttributes().FindAttribute(name);

    /// <summary>The attributes of a member or parameter. One that is written without any is not asked: its symbol would first have to bind all that could matter to them.</summary>
    public static ImmutableArray<AttributeData> WrittenAttributes(this ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && HasNoAttributes(declaration.GetSyntax()) ? [] : symbol.GetAttributes();

    /// <remarks>The other part of a partial member may have some.</remarks>
    private static bool HasNoAttributes(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } => field.AttributeLists.Count == 0,
        ParameterSyntax { Parent.Parent: TypeDeclarationSyntax } parameter => parameter.AttributeLists.Count == 0,
        PropertyDeclarationSyntax property => property.AttributeLists.Count == 0 && !property.Modifiers.Any(SyntaxKind.PartialKeyword),
        _ => false,
    };

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
        attribute.LocationOr(symbol.Locations.FirstOrDefault() ?? Location.None);

    /// <summary>Where an attribute stands, else another place.</summary>
    public static Location LocationOr(this AttributeData? attribute, Location other) =>
        attribute?.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : other;

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
