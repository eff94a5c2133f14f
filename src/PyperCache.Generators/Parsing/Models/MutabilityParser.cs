using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Decides when a model can differ from its payload. It cannot where each member is set once, at hydration, and to nothing but what the payload says.</summary>
/// <remarks>What is not plain to see is taken to be otherwise: a constructor or accessor with code in it may set what it likes.</remarks>
internal static class MutabilityParser
{
    public static Mutability Parse(ModelContext model, IMethodSymbol? constructor, ImmutableArray<ModelMember> members)
    {
        if (!members.All(static m => m.Spec.Shape.CanBeImmutable && m.Declared.IsSetOnce) || !members.All(m => HoldsWhatIsRead(m, constructor)))
            return Mutability.Anytime;
        if (constructor is null ? !model.AllDeclared.All(DoesNothing) : !OnlyPassesOn(model.Type, constructor, members))
            return Mutability.Anytime;
        bool canBeCopied = model.Type.IsRecord || model.Type.IsValueType;
        return canBeCopied && members.Any(static m => m.Declared.HasSetter) ? Mutability.ByCopy : Mutability.Never;
    }

    /// <summary>Whether a member keeps what the hydrator gives it, and has a value that is the same in every model when the hydrator gives it none.</summary>
    private static bool HoldsWhatIsRead(ModelMember member, IMethodSymbol? constructor) => member.Declared.Declaration switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax property => IsAuto(property) && Holds(property.Initializer?.Value, member, constructor),
        VariableDeclaratorSyntax field => Holds(field.Initializer?.Value, member, constructor),
        _ => false,
    };

    private static bool IsAuto(PropertyDeclarationSyntax property) =>
        property.AccessorList is { } accessors
        && !property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && accessors.Accessors.All(static a => a is { Body: null, ExpressionBody: null });

    private static bool Holds(ExpressionSyntax? initializer, ModelMember member, IMethodSymbol? constructor) => member.Parameter is { } parameter
        ? Primary(constructor) is not null && IsNamed(initializer, parameter.Name)
        : initializer is null || IsConstant(initializer, member.Declared.Type);

    private static bool IsConstant(ExpressionSyntax value, ITypeSymbol type) => value switch
    {
        LiteralExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 } => true,
        PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "Empty" } => type.SpecialType == SpecialType.System_String,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access =>
            type.TypeKind == TypeKind.Enum && owner.Identifier.ValueText == type.Name && type.GetMembers(access.Name.Identifier.ValueText) is [IFieldSymbol { IsConst: true }],
        _ => false,
    };

    /// <summary>Whether the constructor without parameters leaves members alone.</summary>
    private static bool DoesNothing(DeclaredMembers declared) =>
        declared.Constructors.IsEmpty
        || (declared.Constructors.FirstOrDefault(static c => c.Parameters.Length == 0) is { } constructor
            && (constructor.IsImplicitlyDeclared || (constructor.DeclaringSyntaxReferences is [var one] && IsEmpty(one.GetSyntax()))));

    private static bool IsEmpty(SyntaxNode constructor) =>
        constructor is ConstructorDeclarationSyntax { Initializer: null, ExpressionBody: null, Body.Statements.Count: 0 };

    /// <summary>Whether the constructor puts its arguments into members of their names, and gives the others to the base type for the same purpose.</summary>
    private static bool OnlyPassesOn(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<ModelMember> members)
    {
        if (Primary(constructor) is not { } declaration)
            return false;
        if (!type.BaseTypes().Any())
            return true;
        INamedTypeSymbol baseType = type.BaseType!;
        if (declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is not { ArgumentList.Arguments: { Count: > 0 } arguments })
            return baseType.BaseTypes().Prepend(baseType).Select(DeclaredMembers.Of).All(DoesNothing) && !members.Any(m => m.Parameter is not null && !SymbolEqualityComparer.Default.Equals(m.Declared.Owner, type));
        IMethodSymbol? target = baseType.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == arguments.Count && Primary(c) is not null);
        if (target is null)
            return false;
        for (int i = 0; i < arguments.Count; i++)
        {
            IParameterSymbol parameter = target.Parameters[i];
            bool isGiven = constructor.Parameters.Any(p => p.Name == parameter.Name && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type));
            if (!isGiven || !IsNamed(arguments[i].Expression, parameter.Name) || arguments[i].NameColon is not null)
                return false;
        }

        ImmutableArray<ModelMember> inherited = [.. members.Where(m => !SymbolEqualityComparer.Default.Equals(m.Declared.Owner, type))];
        return inherited.All(m => m.Parameter is null || target.Parameters.Any(p => p.Name == m.Parameter.Name)) && OnlyPassesOn(baseType, target, inherited);
    }

    /// <summary>The declaration of the type whose primary constructor it is; null when it is none.</summary>
    private static TypeDeclarationSyntax? Primary(IMethodSymbol? constructor) =>
        constructor?.DeclaringSyntaxReferences is [var one] ? one.GetSyntax() as TypeDeclarationSyntax : null;

    private static bool IsNamed(ExpressionSyntax? expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
}
