using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>A property without attributes, read from its text.</summary>
internal sealed class PlainProperty(INamedTypeSymbol owner, PropertyDeclarationSyntax declaration, ITypeSymbol type) : DeclaredMember
{
    public override string Name => declaration.Identifier.ValueText;

    public override ITypeSymbol Type => type;

    public override INamedTypeSymbol Owner => owner;

    public override Location Location => declaration.Identifier.GetLocation();

    public override SyntaxNode Declaration => declaration;

    public override ImmutableArray<AttributeData> Attributes => [];

    public override bool IsPublicProperty => declaration.Modifiers.Any(SyntaxKind.PublicKeyword);

    public override bool IsRequired => declaration.Modifiers.Any(SyntaxKind.RequiredKeyword);

    public override bool HasSetter => !IsSetOnce || IsInitOnly;

    public override bool IsSetOnce => !Has(SyntaxKind.SetAccessorDeclaration);

    public override bool IsInitOnly => Has(SyntaxKind.InitAccessorDeclaration);

    public override bool HasInitializer => IsInitialized(declaration);

    public override bool IsStored => IsAutomatic(declaration);

    /// <remarks>What is emitted stands in the type itself, which can call all of its accessors.</remarks>
    public override bool CanBeRead(ModelContext model) => declaration.ExpressionBody is not null || Has(SyntaxKind.GetAccessorDeclaration);

    public override bool CanBeAssigned(ModelContext model, bool isAnnotated) => HasSetter;

    private bool Has(SyntaxKind accessor)
    {
        foreach (AccessorDeclarationSyntax declared in declaration.AccessorList?.Accessors ?? default)
        {
            if (declared.IsKind(accessor))
                return true;
        }

        return false;
    }
}
