using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Decides which equality a model needs, so that two of equal payloads are equal.</summary>
internal static class EqualityParser
{
    public static EqualitySpec Parse(ModelContext model, ImmutableArray<ModelMember> members)
    {
        INamedTypeSymbol type = model.Type;
        if (IsWritten(type, model.Declared))
            return None;
        if (!type.IsRecord)
            return new EqualitySpec(EqualityForm.Full, EquatableArray<string>.Empty);
        // A compiler-made record equality is right as long as no member compares by reference.
        if (!members.Any(m => m.Spec.Shape.IsStructural && model.IsOwn(m.Declared)))
            return None;
        bool derives = type.BaseTypes().Any();
        return new EqualitySpec(derives ? EqualityForm.DerivedRecord : EqualityForm.Record, OtherState(type, members));
    }

    private static EqualitySpec None => new(EqualityForm.None, EquatableArray<string>.Empty);

    private static bool IsWritten(INamedTypeSymbol type, DeclaredMembers declared) =>
        Declares(declared, WellKnownMemberNames.ObjectEquals, m => m.Parameters.Length == 1 && (m.IsOverride || SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, type)))
        || Declares(declared, WellKnownMemberNames.ObjectGetHashCode, static m => m.Parameters.Length == 0)
        || Declares(declared, WellKnownMemberNames.EqualityOperatorName, static _ => true);

    private static bool Declares(DeclaredMembers declared, string name, Func<IMethodSymbol, bool> condition) =>
        declared.Named(name).Any(m => m is IMethodSymbol { IsImplicitlyDeclared: false } method && condition(method));

    private static EquatableArray<string> OtherState(INamedTypeSymbol type, ImmutableArray<ModelMember> members)
    {
        HashSet<string> known = [.. members.Select(static m => m.Declared.Name)];
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(static f => !f.IsStatic)
            .Select(static f => f.AssociatedSymbol?.Name ?? f.Name)
            .Where(name => !known.Contains(name))
            .Select(CSharp.Identifier)
            .ToEquatableArray();
    }
}
