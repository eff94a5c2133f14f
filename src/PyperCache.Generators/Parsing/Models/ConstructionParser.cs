using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Foreign;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Decides how a model comes into being.</summary>
internal static class ConstructionParser
{
    /// <summary>The constructor whose parameters are members: the one with <c>[JsonConstructor]</c>, the primary constructor of a record or class,
    /// or the only one there is. Null when members are assigned one by one.</summary>
    public static IMethodSymbol? Choose(ModelContext model)
    {
        ImmutableArray<IMethodSymbol> constructors = [.. Callable(model).Where(c => !IsCopy(model.Type, c))];
        IMethodSymbol? chosen = constructors.FirstOrDefault(static c => c.FindAttribute(Names.JsonConstructorAttribute) is not null)
            ?? constructors.FirstOrDefault(IsPrimary);
        if (chosen is null && IsImmutableStruct(model.Type))
            constructors = constructors.RemoveAll(static c => c.IsImplicitlyDeclared);
        if (chosen is null && !constructors.Any(static c => c.Parameters.Length == 0))
            chosen = constructors.Length == 1 ? constructors[0] : null;
        return chosen is { Parameters.Length: > 0 } ? chosen : null;
    }

    /// <summary>Whether a constructor with a body may run, of the type or of a base, and give members values of which nothing else tells.</summary>
    public static bool MayRunCode(ModelContext model) =>
        model.AllDeclared.Any(static d => d.Constructors.Any(static c => !c.IsImplicitlyDeclared && !IsPrimary(c)));

    public static ConstructionSpec? Parse(ModelContext model, IMethodSymbol? constructor, ImmutableArray<ModelMember> members)
    {
        if (constructor is not null)
            return WithArguments(model, constructor, members);
        IMethodSymbol? parameterless = Callable(model).FirstOrDefault(static c => c.Parameters.Length == 0);
        if (parameterless is null && !model.Declared.Constructors.IsEmpty)
        {
            Fail(model, "it has several constructors, and none without parameters; mark one with [JsonConstructor]");
            return null;
        }

        bool isWritten = parameterless is { IsImplicitlyDeclared: false };
        string? lost = isWritten || model.Type.IsValueType ? null : $"{(model.Type.IsAbstract ? "protected" : "public")} {TypeHeader.Of(model.Type).Name}()";
        return new ConstructionSpec(EquatableArray<int>.Empty, isWritten || lost is not null ? "this()" : "", lost);
    }

    private static ConstructionSpec? WithArguments(ModelContext model, IMethodSymbol constructor, ImmutableArray<ModelMember> members)
    {
        List<int> arguments = [];
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            int index = members.Select(static m => m.Parameter).ToList().FindIndex(p => SymbolEqualityComparer.Default.Equals(p, parameter));
            if (index >= 0)
            {
                arguments.Add(index);
                continue;
            }

            Fail(model, $"no member is called like the parameter '{parameter.Name}' of its constructor");
            return null;
        }

        return new ConstructionSpec(arguments.ToEquatableArray(), "", DefaultConstructor: null);
    }

    private static IEnumerable<IMethodSymbol> Callable(ModelContext model) =>
        model.Declared.Constructors.Where(c => !model.IsForeign || Reach.CanCall(c, model.Assembly));

    /// <summary>Whether only a constructor can fill it: the one without parameters, which every struct has, leaves it empty.</summary>
    private static bool IsImmutableStruct(INamedTypeSymbol type) =>
        type.IsValueType && type.GetMembers().OfType<IPropertySymbol>().All(static p => p.IsStatic || p.SetMethod is null);

    private static bool IsCopy(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    private static void Fail(ModelContext model, string reason) =>
        model.Report(ModelDiagnostics.NoConstructor, model.Type.Locations.FirstOrDefault() ?? Location.None, model.Type.Name, reason);
}
