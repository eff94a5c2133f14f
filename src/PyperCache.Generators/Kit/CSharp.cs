using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PyperCache.Generators.Kit;

/// <summary>C# spellings of names, literals and types.</summary>
internal static class CSharp
{
    private static readonly SymbolDisplayFormat s_fullyQualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Names of definitions, without type parameters: to have them displayed is slow.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, string> s_names = new();

    /// <summary>The type as it can be written anywhere: <c>global::</c>-qualified, keywords escaped, nullable annotations kept.</summary>
    public static string Name(ITypeSymbol type) =>
        KnownName(type) is not { } name ? type.ToDisplayString(s_fullyQualified)
        : type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? name + "?"
        : name;

    /// <summary>The name of a type that is a keyword, or a name with arguments, without its own annotation; null for all others.</summary>
    private static string? KnownName(ITypeSymbol type) => type switch
    {
        { SpecialType: not SpecialType.None } => Keyword(type),
        INamedTypeSymbol { IsTupleType: false, IsUnboundGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum } named => KnownName(named),
        _ => null,
    };

    private static string? KnownName(INamedTypeSymbol type)
    {
        if (!type.IsGenericType)
            return s_names.GetValue(type, MakeName);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Name(type.TypeArguments[0]) + "?";
        if (type.ContainingType is { IsGenericType: true })
            return null;
        string definition = s_names.GetValue(type.OriginalDefinition, MakeName);
        return type.TypeArguments.Length == 1 ? $"{definition}<{Name(type.TypeArguments[0])}>" : $"{definition}<{string.Join(", ", type.TypeArguments.Select(Name))}>";
    }

    private static string MakeName(INamedTypeSymbol definition)
    {
        string name = Identifier(definition.Name);
        if (definition.ContainingType is { } outer)
            return $"{s_names.GetValue(outer, MakeName)}.{name}";
        return definition.ContainingNamespace.IsGlobalNamespace ? "global::" + name : $"global::{definition.ContainingNamespace.QualifiedName()}.{name}";
    }

    private static string? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_String => "string",
        _ => null,
    };

    /// <summary>The name as an identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A constant of any type that an attribute argument or a parameter default can have, written so that it has the type <paramref name="type"/>.</summary>
    public static string Constant(object? value, ITypeSymbol type)
    {
        if (value is null)
            return type.IsValueType ? "default" : "null";
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Constant(value, nullable.TypeArguments[0]);
        if (type.TypeKind == TypeKind.Enum)
            return $"({Name(type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})";
        return value switch
        {
            float.NaN => "float.NaN",
            double.NaN => "double.NaN",
            float f when float.IsInfinity(f) => f > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
            double d when double.IsInfinity(d) => d > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
            double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
            decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
            string or char or bool or int => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
            _ => $"({Name(type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
        };
    }
}
