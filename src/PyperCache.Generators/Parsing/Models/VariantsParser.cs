using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
internal static class VariantsParser
{
    private const string DefaultKey = "$type";

    /// <summary>Whether the type names derived types, so that it may be abstract.</summary>
    public static bool IsPolymorphic(INamedTypeSymbol type) => type.FindAttribute(Names.JsonDerivedTypeAttribute) is not null;

    public static VariantsSpec Parse(ModelContext model)
    {
        List<VariantSpec> variants = [];
        foreach (AttributeData attribute in model.Type.GetAttributes().Where(static a => a.AttributeClass?.DefinitionName() == Names.JsonDerivedTypeAttribute))
        {
            if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol derived }, { Value: { } tag }, ..])
                continue;
            if (!ModelRule.IsModel(derived) || !derived.BaseTypes().Contains(model.Type, SymbolEqualityComparer.Default))
                model.Report(ModelDiagnostics.DerivedTypeIsNoModel, attribute.LocationOr(model.Type), derived.Name, model.Type.Name);
            else
                variants.Add(new VariantSpec(CSharp.Name(derived), tag is string text ? CSharp.Literal(text) : CSharp.Literal((int)tag)));
        }

        string? key = model.Type.FindAttribute(Names.JsonPolymorphicAttribute).Named<string>("TypeDiscriminatorPropertyName");
        return new VariantsSpec(key ?? DefaultKey, variants.ToEquatableArray());
    }
}
