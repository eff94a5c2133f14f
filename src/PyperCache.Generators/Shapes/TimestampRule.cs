using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type of time with <c>[Timestamp]</c>.</summary>
internal static class TimestampRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (context.Timestamp is null || FactoryOf(type) is not { } factory)
            return null;
        return new ShapeSpec(CSharp.Name(type), $"{Names.Runtime}.Shapes.{factory}({context.Timestamp})", CanBeImmutable: true);
    }

    /// <summary>Whether the type, or what it wraps or lists, is a type of time.</summary>
    public static bool Fits(ITypeSymbol type) =>
        FactoryOf(type) is not null
        || (ListTypes.ElementOf(type) is { } element && Fits(element))
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } named
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.DefinitionName() is Names.Lazy or Names.Optional)
            && Fits(named.TypeArguments[0]));

    private static string? FactoryOf(ITypeSymbol type) => type.SpecialType == SpecialType.System_DateTime ? "TimestampDateTime" : type.DefinitionName() switch
    {
        "System.DateTimeOffset" => "Timestamp",
        "System.DateOnly" => "TimestampDate",
        "System.TimeOnly" => "TimestampTime",
        _ => null,
    };
}
