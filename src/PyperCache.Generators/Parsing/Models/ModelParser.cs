using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Reads a type with <c>[ApiModel]</c>. Symbols go no further than this folder and the shape rules.</summary>
internal static class ModelParser
{
    public static ParseResult<ModelSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        TypeDeclarationSyntax declaration = (TypeDeclarationSyntax)context.TargetNode;
        ModelContext model = new(type, DeclaredMembers.Of(type, declaration, context.SemanticModel), context.Attributes[0]);
        ModelSpec? spec = CanBeModel(declaration, model) ? Read(model, cancellationToken) : null;
        return new ParseResult<ModelSpec>(model.HasErrors ? null : spec, model.Diagnostics);
    }

    private static bool CanBeModel(TypeDeclarationSyntax declaration, ModelContext model)
    {
        INamedTypeSymbol type = model.Type;
        if (TypeHeader.FirstNotPartial(declaration) is { } notPartial)
        {
            if (notPartial == declaration)
                model.Report(ModelDiagnostics.NotPartial, declaration.Identifier.GetLocation(), type.Name);
            else
                model.Report(ModelDiagnostics.ContainingTypeNotPartial, notPartial.Identifier.GetLocation(), notPartial.Identifier.ValueText, type.Name);
        }

        string? fault = type switch
        {
            { IsStatic: true } => "it is static",
            { IsAbstract: true } when !VariantsParser.IsPolymorphic(type) => "it is abstract; mark the types that derive from it, or name them with [JsonDerivedType]",
            { IsRefLikeType: true } => "it is a ref struct",
            { IsFileLocal: true } => "it is local to its file, where generated code cannot reach it",
            _ => null,
        };
        if (fault is not null)
            model.Report(ModelDiagnostics.UnsupportedKind, declaration.Identifier.GetLocation(), type.Name, fault);
        return !model.HasErrors;
    }

    private static ModelSpec? Read(ModelContext model, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = model.Type;
        GeneratedNames.Report(model);
        IMethodSymbol? constructor = ConstructionParser.Choose(model);
        ImmutableArray<ModelMember> members = MemberParser.Read(model, constructor, cancellationToken);
        if (model.HasErrors || ConstructionParser.Parse(model, constructor, members) is not { } construction)
            return null;
        KeyCollisions.Report(model, members);
        return new ModelSpec(
            TypeNesting.Of(type),
            CSharp.Name(type),
            type.Name,
            new ModelKind(
                type.IsValueType,
                type.IsRecord,
                type.IsSealed || type.IsValueType,
                type.IsAbstract,
                DerivesFromModel: type.BaseTypes().Any(Shapes.ModelRule.IsModel),
                HasRequiredMembers: model.AllDeclared.Any(static d => d.Members.Any(static m => m.IsRequired)),
                NeedsAutoLayout: type.IsValueType && model.KeepsRaw && type.FindAttribute(Names.StructLayoutAttribute) is null),
            new ModelOptions(model.Validates, model.KeepsRaw, CastNames.OfModel(type, model.Attribute)),
            construction,
            MutabilityParser.Parse(model, constructor, members),
            VariantsParser.Parse(model),
            EqualityParser.Parse(model, members),
            members.Select(static m => m.Spec).ToEquatableArray(),
            ClosedTypes.In(members.Select(static m => m.Declared.Type), model.Assembly));
    }
}
