using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Names of closed types for caches.</summary>
internal static class CastNames
{
    /// <summary>The full name of the type, with its arguments: <c>Shop.Page&lt;Shop.Item&gt;</c>.</summary>
    public static string Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true }
            ? CSharp.Name(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)).Replace("global::", "")
            : type.DefinitionName();
}
