using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Parsing.Foreign;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>A member that the compiler has bound.</summary>
internal sealed class SymbolMember(ISymbol symbol) : DeclaredMember
{
    public override string Name => symbol.Name;

    public override ITypeSymbol Type => symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)symbol).Type;

    public override INamedTypeSymbol Owner => symbol.ContainingType;

    public override Location Location => symbol.Locations.FirstOrDefault() ?? Location.None;

    public override SyntaxNode? Declaration => symbol.DeclaringSyntaxReferences is [var one] ? one.GetSyntax() : null;

    public override ImmutableArray<AttributeData> Attributes => symbol.WrittenAttributes();

    public override bool IsPublicProperty => symbol is IPropertySymbol { DeclaredAccessibility: Accessibility.Public };

    public override bool IsRequired => symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    public override bool HasSetter => symbol is IPropertySymbol { SetMethod: not null };

    public override bool IsSetOnce => symbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } } or IFieldSymbol { IsReadOnly: true };

    public override bool IsInitOnly => symbol is IPropertySymbol { SetMethod.IsInitOnly: true };

    public override bool HasInitializer => symbol.DeclaringSyntaxReferences.Any(static r => IsInitialized(r.GetSyntax()));

    public override bool IsStored => symbol is IFieldSymbol || (Declaration is PropertyDeclarationSyntax property && IsAutomatic(property));

    public override bool CanBeRead(ModelContext model) => symbol is IPropertySymbol property
        ? property.GetMethod is { } getter && CanCall(model, getter)
        : !model.IsForeign || Reach.CanCall(symbol, model.Assembly);

    public override bool CanBeAssigned(ModelContext model, bool isAnnotated)
    {
        if (symbol is not IPropertySymbol property)
            return !((IFieldSymbol)symbol).IsReadOnly;
        if (property.SetMethod is { } setter)
            return CanCall(model, setter);
        // A get-only auto-property can be assigned by a constructor of its own type.
        return isAnnotated && !model.IsForeign && model.IsOwn(this)
            && model.Type.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
    }

    private bool CanCall(ModelContext model, IMethodSymbol accessor) => model.IsForeign
        ? Reach.CanCall(accessor, model.Assembly)
        : model.IsOwn(this) || accessor.DeclaredAccessibility != Accessibility.Private;
}
