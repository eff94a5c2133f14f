using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>What a type declares, as the compiler has bound it.</summary>
internal sealed class SymbolMembers(INamedTypeSymbol type) : DeclaredMembers
{
    public override IEnumerable<DeclaredMember> Members => type.GetMembers()
        .Where(static m => !m.IsStatic && m is IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } or IFieldSymbol { IsImplicitlyDeclared: false })
        .Select(static m => new SymbolMember(m));

    public override ImmutableArray<IMethodSymbol> Constructors =>
        type.InstanceConstructors is [{ IsImplicitlyDeclared: true, Parameters.Length: 0 }] ? [] : type.InstanceConstructors;

    public override ImmutableArray<ISymbol> Named(string name) => type.GetMembers(name);
}
