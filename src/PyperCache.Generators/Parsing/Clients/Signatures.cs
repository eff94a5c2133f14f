using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Writes the signatures of methods as they can stand in another type.</summary>
internal static class Signatures
{
    /// <summary><c>Task&lt;T&gt; Name&lt;T&gt;(int a, string? b = null)</c>, without modifiers and constraints.</summary>
    /// <param name="method">The method.</param>
    /// <param name="owner">Written before the name, with its dot; empty for none.</param>
    public static string Head(IMethodSymbol method, string owner) =>
        $"{CSharp.Name(method.ReturnType)} {owner}{Named(method)}({string.Join(", ", method.Parameters.Select(p => Parameter(p, withDefault: owner.Length == 0)))})";

    /// <summary>A call with the method's own parameters.</summary>
    public static string Call(IMethodSymbol method) =>
        $"{Named(method)}({string.Join(", ", method.Parameters.Select(static p => CSharp.Identifier(p.Name)))})";

    /// <summary>The constraints of the type parameters, as clauses with a space before each; empty for none.</summary>
    public static string Constraints(IMethodSymbol method) =>
        string.Concat(method.TypeParameters.Select(static p => Clause(p)));

    /// <summary>What makes two methods collide in one type: name, number of type parameters, parameter types.</summary>
    public static string Key(IMethodSymbol method) =>
        $"{method.Name}`{method.Arity}({string.Join(",", method.Parameters.Select(static p => p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";

    private static string Named(IMethodSymbol method) =>
        CSharp.Identifier(method.Name) + (method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(static p => CSharp.Identifier(p.Name)))}>");

    private static string Parameter(IParameterSymbol parameter, bool withDefault)
    {
        string modifier = parameter.IsParams ? "params " : parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            _ => "",
        };
        string @default = withDefault && parameter.HasExplicitDefaultValue ? " = " + Default(parameter) : "";
        return $"{modifier}{CSharp.Name(parameter.Type)} {CSharp.Identifier(parameter.Name)}{@default}";
    }

    private static string Default(IParameterSymbol parameter) =>
        parameter.ExplicitDefaultValue is null ? "default" : CSharp.Constant(parameter.ExplicitDefaultValue, parameter.Type);

    private static string Clause(ITypeParameterSymbol parameter)
    {
        List<string> constraints = [];
        if (parameter.HasReferenceTypeConstraint)
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(CSharp.Name));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {CSharp.Identifier(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
