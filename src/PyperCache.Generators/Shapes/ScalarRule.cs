using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>Numbers, text, times and the like: what the runtime reads by itself.</summary>
internal static class ScalarRule
{
    private const string Scalars = Names.Runtime + ".Scalars.";

    /// <summary>Most members are scalars, whose shapes are the same in all models: each is made once for a type.</summary>
    private static readonly ConditionalWeakTable<ITypeSymbol, ShapeSpec> s_shapes = new();

    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) => OfType(type);

    public static bool IsScalar(ITypeSymbol type) => OfType(type) is not null;

    /// <remarks>Of the definition: what is asked about may carry an annotation.</remarks>
    private static ShapeSpec? OfType(ITypeSymbol type) =>
        s_shapes.TryGetValue(type.OriginalDefinition, out ShapeSpec known) ? known
        : Make(type.OriginalDefinition) is { } made ? s_shapes.GetValue(type.OriginalDefinition, _ => made)
        : null;

    private static ShapeSpec? Make(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return Shape(type, "Bytes", isStructural: true, canBeImmutable: false);
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
            SpecialType.System_Single => Direct(type, "Single", hasOperator: false),
            SpecialType.System_Double => Direct(type, "Double", hasOperator: false),
            SpecialType.System_Decimal => Direct(type, "Decimal"),
            SpecialType.System_Char => Shape(type, "Char"),
            SpecialType.System_DateTime => Direct(type, "DateTime"),
            SpecialType.System_Object => Shape(type, "Object", isStructural: true),
            _ => ByName(type),
        };
    }

    private static ShapeSpec? ByName(ITypeSymbol type) => type.DefinitionName() switch
    {
        "System.Int128" => Shape(type, "Int128"),
        "System.UInt128" => Shape(type, "UInt128"),
        "System.Half" => Shape(type, "Half", hasOperator: false),
        "System.Numerics.BigInteger" => Shape(type, "BigInteger"),
        "System.Guid" => Direct(type, "Guid"),
        "System.Uri" => Shape(type, "Uri", hasOperator: false),
        "System.DateTimeOffset" => Direct(type, "DateTimeOffset"),
        "System.DateOnly" => Shape(type, "DateOnly"),
        "System.TimeOnly" => Shape(type, "TimeOnly"),
        "System.TimeSpan" => Shape(type, "TimeSpan"),
        "System.Text.Json.JsonElement" => Shape(type, "JsonElement", isStructural: true),
        "System.Text.Json.Nodes.JsonNode" => Shape(type, "JsonNode", isStructural: true, canBeImmutable: false),
        _ => null,
    };

    /// <summary>The shape of the same scalar or null, which the runtime has too.</summary>
    public static string OrNull(ShapeSpec scalar) => scalar.Expression.Replace(Scalars, Names.Runtime + ".Nullables.");

    /// <remarks>NaN equals itself, but <c>==</c> denies it.</remarks>
    private static ShapeSpec Direct(ITypeSymbol type, string name, bool hasOperator = true) =>
        new(CSharp.Name(type), Scalars + name, Call: name, IsShared: true, HasOperator: hasOperator, CanBeImmutable: true);

    private static ShapeSpec Shape(ITypeSymbol type, string name, bool isStructural = false, bool hasOperator = true, bool canBeImmutable = true) =>
        new(CSharp.Name(type), Scalars + name, IsStructural: isStructural, IsShared: true, HasOperator: hasOperator && !isStructural, CanBeImmutable: canBeImmutable);
}
