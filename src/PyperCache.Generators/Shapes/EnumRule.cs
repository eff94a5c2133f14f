using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>An enum, by the names that its members have in JSON.</summary>
internal static class EnumRule
{
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        if (type.TypeKind != TypeKind.Enum)
            return null;
        bool isFlags = type.FindAttribute(Names.FlagsAttribute) is not null;
        string name = CSharp.Name(type);
        string members = string.Concat(type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue)
            .Select(f => $", ({CSharp.Literal(NameOf(f))}, {name}.{CSharp.Identifier(f.Name)})"));
        return new ShapeSpec(name, $"{Names.Runtime}.Shapes.Enum<{name}>({CSharp.Literal(isFlags)}{members})", CanBeImmutable: true);
    }

    private static string NameOf(IFieldSymbol member) =>
        member.FindAttribute(Names.JsonStringEnumMemberNameAttribute)?.ConstructorArguments[0].Value as string
        ?? member.FindAttribute(Names.EnumMemberAttribute).Named<string>("Value")
        ?? member.Name;
}
