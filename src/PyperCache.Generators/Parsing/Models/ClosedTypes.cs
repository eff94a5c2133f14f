using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Foreign;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds the closed generic models in types that are used, and what stands for their parameters: these look for it at run time.</summary>
internal static class ClosedTypes
{
    public static EquatableArray<RegistrationSpec> In(IEnumerable<ITypeSymbol> types, IAssemblySymbol assembly)
    {
        Dictionary<string, RegistrationSpec> found = [];
        foreach (INamedTypeSymbol model in types.Where(MayHold).SelectMany(Parts).OfType<INamedTypeSymbol>().Where(t => IsClosedModel(t, assembly)))
        {
            Add(found, new RegistrationSpec(CSharp.Name(model.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), CastNames.Of(model), Shape: null));
            foreach (ITypeSymbol argument in model.TypeArguments.Where(static a => !IsKnown(a)))
            {
                ITypeSymbol type = argument.WithNullableAnnotation(argument.IsValueType ? argument.NullableAnnotation : NullableAnnotation.NotAnnotated);
                if (ShapeRules.Match(type, ShapeContext.Plain(assembly)) is { } shape && !IsRegistered(shape))
                    Add(found, new RegistrationSpec(CSharp.Name(type), CastNames.Of(type), shape.Expression));
            }
        }

        return found.Values.ToEquatableArray();
    }

    /// <summary>Whether the type can be a generic one, or be made of such.</summary>
    private static bool MayHold(ITypeSymbol type) => type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true };

    private static void Add(Dictionary<string, RegistrationSpec> found, RegistrationSpec spec) => found[spec.TypeName] = spec;

    /// <summary>The type, and all types that it is made of.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };

    private static bool IsClosedModel(INamedTypeSymbol type, IAssemblySymbol assembly) =>
        type.IsGenericType && ModelRule.IsModel(type) && Reach.CanName(type, assembly)
        && !Holds(type, static t => t.TypeKind is TypeKind.TypeParameter or TypeKind.Error);

    private static bool Holds(ITypeSymbol type, Func<ITypeSymbol, bool> condition) => condition(type) || type switch
    {
        IArrayTypeSymbol array => Holds(array.ElementType, condition),
        INamedTypeSymbol named => named.TypeArguments.Any(t => Holds(t, condition)),
        _ => false,
    };

    /// <summary>Whether the runtime finds the type without help: a scalar, a model, or a collection of one of them.</summary>
    private static bool IsKnown(ITypeSymbol type) => IsKnownItem(type)
        || (!ListTypes.IsSet(type) && ListTypes.ElementOf(type) is { } element && IsKnownItem(element))
        || (DictionaryRule.ValueOf(type) is { } value && IsKnownItem(value));

    private static bool IsKnownItem(ITypeSymbol type) => ScalarRule.IsScalar(type) || (type is INamedTypeSymbol named && ModelRule.IsModel(named));

    private static bool IsRegistered(ShapeSpec shape) => shape.Expression.StartsWith($"{Names.Runtime}.Shapes.Registered<", StringComparison.Ordinal);
}
