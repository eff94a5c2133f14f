using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>What a type itself declares, as far as models ask.</summary>
internal abstract class DeclaredMembers
{
    /// <summary>The properties and fields of an instance; no indexers, no implementations of an interface that only it can name.</summary>
    public abstract IEnumerable<DeclaredMember> Members { get; }

    /// <summary>The constructors of an instance; none when there is only the one without parameters that the compiler makes.</summary>
    public abstract ImmutableArray<IMethodSymbol> Constructors { get; }

    /// <summary>Everything of a name.</summary>
    public abstract ImmutableArray<ISymbol> Named(string name);

    /// <summary>Reads a type of any kind.</summary>
    public static DeclaredMembers Of(INamedTypeSymbol type) => new SymbolMembers(type);

    /// <summary>Reads a type that is declared here: from the text where that says all, since to ask for one symbol of a type makes the compiler
    /// bind the whole of it.</summary>
    public static DeclaredMembers Of(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SemanticModel semantics) =>
        PlainMembers.Read(type, declaration, semantics) ?? Of(type);
}
