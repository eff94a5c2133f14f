using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type with <c>[ApiModel]</c>, of this project or of one that it references.</summary>
internal static class ModelRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) =>
        type is INamedTypeSymbol named && IsModel(named) ? new ShapeSpec(CSharp.Name(type), $"{Names.Runtime}.Shapes.Model<{CSharp.Name(type)}>()", CanBeImmutable: true) : null;

    public static bool IsModel(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.None && type.OriginalDefinition.FindAttribute(Names.ApiModelAttribute) is not null;
}
