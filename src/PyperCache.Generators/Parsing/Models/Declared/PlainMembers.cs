using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>What a class declares whose text says all of it: it stands in one part, derives from nothing, and has neither constructors nor
/// attributes on its members. The compiler is asked for nothing but the types of its properties.</summary>
internal sealed class PlainMembers : DeclaredMembers
{
    private readonly INamedTypeSymbol _type;
    private readonly SyntaxList<MemberDeclarationSyntax> _all;
    private readonly List<PlainProperty> _properties;

    private PlainMembers(INamedTypeSymbol type, SyntaxList<MemberDeclarationSyntax> all, List<PlainProperty> properties)
    {
        _type = type;
        _all = all;
        _properties = properties;
    }

    public override IEnumerable<DeclaredMember> Members => _properties;

    public override ImmutableArray<IMethodSymbol> Constructors => [];

    public override ImmutableArray<ISymbol> Named(string name)
    {
        foreach (MemberDeclarationSyntax member in _all)
        {
            if (IsNamed(member, name))
                return _type.GetMembers(name);
        }

        return [];
    }

    /// <summary>The members; null when the text does not say all of them.</summary>
    public static PlainMembers? Read(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SemanticModel semantics)
    {
        if (declaration is not ClassDeclarationSyntax { ParameterList: null, ContainsDiagnostics: false }
            || type is not { DeclaringSyntaxReferences.Length: 1, IsGenericType: false, BaseType.SpecialType: SpecialType.System_Object })
        {
            return null;
        }

        WrittenTypes types = new(semantics);
        List<PlainProperty> properties = new(declaration.Members.Count);
        foreach (MemberDeclarationSyntax member in declaration.Members)
        {
            if (!IsPlain(member))
                return null;
            if (member is not PropertyDeclarationSyntax property || property.Modifiers.Any(SyntaxKind.StaticKeyword))
                continue;
            if (types.Find(property.Type) is not { } found)
                return null;
            properties.Add(new PlainProperty(type, property, found));
        }

        return new PlainMembers(type, declaration.Members, properties);
    }

    /// <summary>Whether the text says all about a member. A partial one may have attributes elsewhere; methods, types and fields are asked for by name alone.</summary>
    private static bool IsPlain(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property =>
            property is { AttributeLists.Count: 0, ExplicitInterfaceSpecifier: null } && !property.Modifiers.Any(SyntaxKind.PartialKeyword),
        FieldDeclarationSyntax field => field.AttributeLists.Count == 0 && !field.Modifiers.Any(SyntaxKind.RequiredKeyword),
        MethodDeclarationSyntax or BaseTypeDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsNamed(MemberDeclarationSyntax member, string name) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
        FieldDeclarationSyntax field => field.Declaration.Variables.Any(v => v.Identifier.ValueText == name),
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText == name,
        _ => true,
    };
}
