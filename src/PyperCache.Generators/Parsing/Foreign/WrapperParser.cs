using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Foreign;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models;

namespace PyperCache.Generators.Parsing.Foreign;

/// <summary>Reads a type that is no model as if it were one.</summary>
internal static class WrapperParser
{
    /// <summary>The name of the emitted model, which is local to its file.</summary>
    public const string Name = "PyperForeign";

    /// <summary>Why a type cannot have a model around it; null when it can.</summary>
    public static string? Fault(ITypeSymbol type, IAssemblySymbol assembly) => type switch
    {
        not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } => "it is no class or struct, and nothing that models read otherwise",
        { IsStatic: true } => "it is static",
        { IsAbstract: true } => "it is abstract",
        { IsRefLikeType: true } => "it is a ref struct",
        INamedTypeSymbol named when !Reach.CanName(named, assembly) => "it cannot be named from this assembly",
        _ => null,
    };

    public static WrapperSpec? Parse(ModelContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = context.Type;
        IMethodSymbol? constructor = ConstructionParser.Choose(context);
        ImmutableArray<ModelMember> members = MemberParser.Read(context, constructor, cancellationToken);
        if (context.HasErrors || ConstructionParser.Parse(context, constructor, members) is not { } construction)
            return null;
        KeyCollisions.Report(context, members);
        string display = type.Name;
        ModelSpec model = new(
            new TypeNesting("", new[] { new TypeHeader(Name, "class " + Name) }.ToEquatableArray(), Name),
            Name,
            display,
            new ModelKind(IsValueType: false, IsRecord: false, IsSealed: true, IsAbstract: false, DerivesFromModel: false, HasRequiredMembers: false, NeedsAutoLayout: false),
            new ModelOptions(context.Validates, KeepsRaw: false, CastName: null),
            construction.TakesArguments ? construction : construction with { Chain = "this()", DefaultConstructor = null },
            Mutability.Anytime,
            new VariantsSpec("", EquatableArray<VariantSpec>.Empty),
            new EqualitySpec(EqualityForm.None, EquatableArray<string>.Empty),
            members.Select(static m => m.Spec).ToEquatableArray(),
            ClosedTypes.In(members.Select(static m => m.Declared.Type), context.Assembly));
        return new WrapperSpec(CSharp.Name(type), model, type.IsValueType, members.Select(Access).ToEquatableArray(), Required(context));
    }

    private static AccessSpec Access(ModelMember member)
    {
        SetterKind setter = member switch
        {
            { Parameter: not null } => SetterKind.None,
            { Declared.IsInitOnly: true } => SetterKind.Init,
            _ => SetterKind.Set,
        };
        return new AccessSpec(member.Spec.Name, CSharp.Name(member.Declared.Type), CSharp.Name(member.Declared.Owner), setter);
    }

    private static EquatableArray<string> Required(ModelContext context) => context.AllDeclared.Reverse().SelectMany(static d => d.Members)
        .Where(static m => m.IsRequired)
        .Select(static m => CSharp.Identifier(m.Name))
        .ToEquatableArray();
}
