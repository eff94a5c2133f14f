using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Foreign;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models;
using PyperCache.Generators.Parsing.Models.Declared;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Foreign;

/// <summary>Reads <c>[assembly: ApiModelFor&lt;T&gt;]</c>.</summary>
internal static class ForeignParser
{
    /// <summary>The registrations of one file.</summary>
    public static EquatableArray<ParseResult<ForeignSpec>> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        IAssemblySymbol assembly = context.SemanticModel.Compilation.Assembly;
        return context.Attributes.Select(attribute => Parse(attribute, assembly, cancellationToken)).ToEquatableArray();
    }

    private static ParseResult<ForeignSpec> Parse(AttributeData attribute, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (attribute.AttributeClass?.TypeArguments is not [{ TypeKind: not TypeKind.Error } type])
            return default;
        Location location = attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : Location.None;
        string name = CastNames.OfRegistered(type, attribute);
        string hint = "For." + HintNames.Of(type);
        if (type is INamedTypeSymbol model && ModelRule.IsModel(model))
            return Registered(hint, type, name, shape: null);
        if (Shape(type, attribute, assembly) is { } shape)
            return Registered(hint, type, name, shape);
        if (WrapperParser.Fault(type, assembly) is { } fault)
            return new(null, ImmutableArray.Create(Diagnostic.Create(ModelDiagnostics.CannotBeRegistered, location, string.Intern(type.ToDisplayString()), fault)).ToEquatableArray());
        INamedTypeSymbol owned = (INamedTypeSymbol)type;
        ModelContext context = new(owned, DeclaredMembers.Of(owned), attribute, assembly, location);
        WrapperSpec? wrapper = WrapperParser.Parse(context, cancellationToken);
        if (wrapper is null || context.HasErrors)
            return new(null, context.Diagnostics);
        RegistrationSpec own = new(wrapper.TypeName, name, $"{Names.Runtime}.Shapes.Foreign<{wrapper.TypeName}, {wrapper.Model.TypeName}>()");
        return new(new ForeignSpec(hint, wrapper.Model.Registrations.Prepend(own).ToEquatableArray(), wrapper), context.Diagnostics);
    }

    /// <summary>The shape of a type that the runtime reads, or that a context of System.Text.Json does.</summary>
    private static string? Shape(ITypeSymbol type, AttributeData attribute, IAssemblySymbol assembly)
    {
        if (attribute.Named<INamedTypeSymbol>("Context") is { } jsonContext)
            return $"{Names.Runtime}.Shapes.InContext<{CSharp.Name(type)}>(static () => {CSharp.Name(jsonContext)}.Default)";
        return ShapeRules.MatchUnregistered(type, ShapeContext.Plain(assembly, attribute.Named<bool>("Validate")))?.Expression;
    }

    private static ParseResult<ForeignSpec> Registered(string hint, ITypeSymbol type, string name, string? shape) => new(
        new ForeignSpec(hint, new[] { new RegistrationSpec(CSharp.Name(type), name, shape) }.ToEquatableArray(), Wrapper: null),
        EquatableArray<Diagnostic>.Empty);
}
