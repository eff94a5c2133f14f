using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>A property or field of an instance, as its type declares it.</summary>
internal abstract class DeclaredMember
{
    public abstract string Name { get; }

    public abstract ITypeSymbol Type { get; }

    /// <summary>The type that declares it.</summary>
    public abstract INamedTypeSymbol Owner { get; }

    public abstract Location Location { get; }

    /// <summary>Its text; null when it is declared in several places, or in another assembly.</summary>
    public abstract SyntaxNode? Declaration { get; }

    /// <summary>Its own attributes, without those of a parameter that it comes from.</summary>
    public abstract ImmutableArray<AttributeData> Attributes { get; }

    /// <summary>Whether it needs no attribute to be a member of a model.</summary>
    public abstract bool IsPublicProperty { get; }

    public abstract bool IsRequired { get; }

    /// <summary>Whether it is a property with a setter of either kind.</summary>
    public abstract bool HasSetter { get; }

    /// <summary>Whether it keeps what it is given first.</summary>
    public abstract bool IsSetOnce { get; }

    /// <summary>Whether only an initializer or the accessor by its name assigns it.</summary>
    public abstract bool IsInitOnly { get; }

    /// <summary>Whether it has a value of its own before anything is assigned.</summary>
    public abstract bool HasInitializer { get; }

    /// <summary>Whether it is a field, or a property that is no more than one and that no other can stand in for.</summary>
    public abstract bool IsStored { get; }

    /// <summary>Whether what is emitted for the model can take its value.</summary>
    public abstract bool CanBeRead(ModelContext model);

    /// <summary>Whether what is emitted for the model can assign it; one without a setter takes an attribute to be meant.</summary>
    public abstract bool CanBeAssigned(ModelContext model, bool isAnnotated);

    /// <summary>Whether a property has neither code nor a part elsewhere that could have some.</summary>
    protected static bool IsAutomatic(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is not null || property.AccessorList is not { } accessors || property.Modifiers.Any(static m => IsReplaceable(m.Kind())))
            return false;
        foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return false;
        }

        return true;
    }

    private static bool IsReplaceable(SyntaxKind modifier) => modifier is
        SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword;

    protected static bool IsInitialized(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax { Initializer.Value: { } value } => !IsSuppressedDefault(value),
        VariableDeclaratorSyntax { Initializer.Value: { } value } => !IsSuppressedDefault(value),
        _ => false,
    };

    /// <summary><c>null!</c> and <c>default!</c> only silence the compiler: they are no value that a missing key could leave behind.</summary>
    private static bool IsSuppressedDefault(ExpressionSyntax value) =>
        value is PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken, Operand: LiteralExpressionSyntax };
}
