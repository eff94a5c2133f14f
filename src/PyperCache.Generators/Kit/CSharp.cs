using System.Globalization;
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

    /// <summary>The type as it can be written anywhere: <c>global::</c>-qualified, keywords escaped, nullable annotations kept.</summary>
    public static string Name(ITypeSymbol type) => type switch
    {
        { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } => type.ToDisplayString(s_fullyQualified),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable when Keyword(nullable.TypeArguments[0]) is { } keyword => keyword + "?",
        _ => Keyword(type) ?? type.ToDisplayString(s_fullyQualified),
    };

    /// <summary>The keyword of a common type, which is much faster than to have it displayed.</summary>
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
