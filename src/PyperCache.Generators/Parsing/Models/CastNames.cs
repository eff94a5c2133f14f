using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Names under which caches remember types.</summary>
internal static class CastNames
{
    /// <summary>The property of the attributes that gives another name.</summary>
    public const string Argument = "Name";

    /// <summary>The name of a model; null when it is not registered by itself, as generated code beside it cannot name it, or not without its arguments.</summary>
    public static string? OfModel(INamedTypeSymbol type, AttributeData attribute)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.Arity > 0)
                return null;
        }

        return type.IsAccessibleInAssembly() ? attribute.Named<string>(Argument) ?? type.DefinitionName() : null;
    }

    /// <summary>The name of a type that an attribute of the assembly registers.</summary>
    public static string OfRegistered(ITypeSymbol type, AttributeData attribute) => attribute.Named<string>(Argument) ?? Of(type);

    /// <summary>The full name of the type, with its arguments: <c>Shop.Page&lt;Shop.Item&gt;</c>.</summary>
    public static string Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true }
            ? CSharp.Name(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)).Replace("global::", "")
            : type.DefinitionName();
}
