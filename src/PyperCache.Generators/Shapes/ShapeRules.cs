using Microsoft.CodeAnalysis;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Shapes;

/// <summary>Finds the shape of a type: one ordered list of rules, the first that matches wins.</summary>
internal static class ShapeRules
{
    private static readonly Func<ITypeSymbol, ShapeContext, ShapeSpec?>[] s_rules =
    [
        ConverterRule.Match,
        NullableRule.Match,
        OptionalRule.Match,
        LazyRule.Match,
        ColumnsRule.Match,
        TimestampRule.Match,
        ScalarRule.Match,
        EnumRule.Match,
        ModelRule.Match,
        RegisteredRule.Match,
        TypeParameterRule.Match,
        DictionaryRule.Match,
        SequenceRule.Match,
    ];

    /// <summary>The shape of a type that is being registered: by what it is, not by being registered.</summary>
    public static ShapeSpec? MatchUnregistered(ITypeSymbol type, ShapeContext context) =>
        s_rules.Where(static rule => rule != RegisteredRule.Match).Select(rule => rule(type, context)).FirstOrDefault(static shape => shape is not null);

    /// <summary>The shape, or null when values of the type cannot be read.</summary>
    public static ShapeSpec? Match(ITypeSymbol type, ShapeContext context)
    {
        foreach (Func<ITypeSymbol, ShapeContext, ShapeSpec?> rule in s_rules)
        {
            if (rule(type, context) is { } shape)
                return shape;
        }

        return null;
    }
}
