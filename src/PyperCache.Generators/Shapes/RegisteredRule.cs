using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>A type that the assembly, or that of the type itself, registers with <c>[assembly: ApiModelFor&lt;T&gt;]</c>.</summary>
internal static class RegisteredRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context) =>
        type.TypeKind != TypeKind.Error && (Registers(context.Assembly, type) || (type.ContainingAssembly is { } own && Registers(own, type)))
            ? new ShapeSpec(CSharp.Name(type), $"{Names.Runtime}.Shapes.Registered<{CSharp.Name(type)}>()", IsStructural: true)
            : null;

    private static bool Registers(IAssemblySymbol assembly, ITypeSymbol type) => assembly.GetAttributes().Any(a =>
        a.AttributeClass is { TypeArguments: [var registered] } attribute
        && SymbolEqualityComparer.Default.Equals(registered, type)
        && attribute.DefinitionName() == Names.ApiModelForAttribute);
}
