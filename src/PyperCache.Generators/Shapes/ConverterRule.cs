using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type, or a member, with <c>[JsonConverter]</c>. The converter is made with <c>new</c>, so that trimming sees it.</summary>
internal static class ConverterRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
            return null;
        if ((context.Converter ?? OfType(type)) is not { } converter || !Converts(converter, type))
            return null;
        string name = CSharp.Name(type);
        return new ShapeSpec(name, $"{Names.Runtime}.Shapes.Converted<{name}>(new {CSharp.Name(converter)}())", IsStructural: true);
    }

    /// <summary>Whether the converter of a member reads what the member holds.</summary>
    public static bool Fits(ITypeSymbol type, INamedTypeSymbol converter) =>
        Converts(converter, type)
        || (type is INamedTypeSymbol { TypeArguments: [var inner] }
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.DefinitionName() is Names.Lazy or Names.Optional)
            && Fits(inner, converter));

    /// <summary>The converter that an attribute names; null for those that say what is done anyway: enums by name.</summary>
    public static INamedTypeSymbol? Named(AttributeData? attribute) =>
        attribute?.ConstructorArguments is [{ Value: INamedTypeSymbol converter }] && !converter.DefinitionName().StartsWith(Names.JsonStringEnumConverter, StringComparison.Ordinal)
            ? converter
            : null;

    private static INamedTypeSymbol? OfType(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } named && !ModelRule.IsModel(named) ? Named(type.FindAttribute(Names.JsonConverterAttribute)) : null;

    private static bool Converts(INamedTypeSymbol converter, ITypeSymbol type) =>
        !converter.IsUnboundGenericType && !converter.IsAbstract && converter.InstanceConstructors.Any(static c => c.Parameters.Length == 0 && IsCallable(c)) && ReadsType(converter, type);

    private static bool ReadsType(INamedTypeSymbol converter, ITypeSymbol type) => converter.BaseTypes().Any(b => b.DefinitionName() switch
    {
        Names.JsonConverter => SymbolEqualityComparer.Default.Equals(b.TypeArguments[0], type),
        Names.JsonConverterFactory => type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T,
        _ => false,
    });

    private static bool IsCallable(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
