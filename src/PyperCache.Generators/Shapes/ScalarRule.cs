using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>Numbers, text, times and the like: what the runtime reads by itself.</summary>
internal static class ScalarRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) => OfType(type);

    public static bool IsScalar(ITypeSymbol type) => OfType(type) is not null;

    private static ShapeSpec? OfType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return Shape(type, "Bytes", isStructural: true);
        return type.SpecialType switch
        {
            SpecialType.System_String => Direct(type, "String"),
            SpecialType.System_Boolean => Direct(type, "Boolean"),
            SpecialType.System_Byte => Direct(type, "Byte"),
            SpecialType.System_SByte => Direct(type, "SByte"),
            SpecialType.System_Int16 => Direct(type, "Int16"),
            SpecialType.System_UInt16 => Direct(type, "UInt16"),
            SpecialType.System_Int32 => Direct(type, "Int32"),
            SpecialType.System_UInt32 => Direct(type, "UInt32"),
            SpecialType.System_Int64 => Direct(type, "Int64"),
            SpecialType.System_UInt64 => Direct(type, "UInt64"),
            SpecialType.System_Single => Direct(type, "Single"),
            SpecialType.System_Double => Direct(type, "Double"),
            SpecialType.System_Decimal => Direct(type, "Decimal"),
            SpecialType.System_Char => Shape(type, "Char"),
            SpecialType.System_DateTime => Shape(type, "DateTime"),
            SpecialType.System_Object => Shape(type, "Object", isStructural: true),
            _ => ByName(type),
        };
    }

    private static ShapeSpec? ByName(ITypeSymbol type) => type.DefinitionName() switch
    {
        "System.Int128" => Shape(type, "Int128"),
        "System.UInt128" => Shape(type, "UInt128"),
        "System.Half" => Shape(type, "Half"),
        "System.Numerics.BigInteger" => Shape(type, "BigInteger"),
        "System.Guid" => Shape(type, "Guid"),
        "System.Uri" => Shape(type, "Uri"),
        "System.DateTimeOffset" => Shape(type, "DateTimeOffset"),
        "System.DateOnly" => Shape(type, "DateOnly"),
        "System.TimeOnly" => Shape(type, "TimeOnly"),
        "System.TimeSpan" => Shape(type, "TimeSpan"),
        "System.Text.Json.JsonElement" => Shape(type, "JsonElement", isStructural: true),
        "System.Text.Json.Nodes.JsonNode" => Shape(type, "JsonNode", isStructural: true),
        _ => null,
    };

    private static ShapeSpec Direct(ITypeSymbol type, string name) =>
        new(CSharp.Name(type), $"{Names.Runtime}.Scalars.{name}", CursorCall: "cursor.TryRead(", IsShared: true);

    private static ShapeSpec Shape(ITypeSymbol type, string name, bool isStructural = false) =>
        new(CSharp.Name(type), $"{Names.Runtime}.Scalars.{name}", IsStructural: isStructural, IsShared: true);
}
