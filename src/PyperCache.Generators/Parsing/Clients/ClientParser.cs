using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;
using PyperCache.Generators.Parsing.Models;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Reads the symbol of a class with <c>[ApiClient&lt;T&gt;]</c>. Symbols go no further than this folder.</summary>
internal static class ClientParser
{
    public static ParseResult<ClientSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        ClassDeclarationSyntax declaration = (ClassDeclarationSyntax)context.TargetNode;
        ImmutableArray<AttributeData> attributes = [.. type.GetAttributes().Where(static a => a.AttributeClass?.DefinitionName() == Names.ApiClientAttribute)];
        if (!IsFirst(attributes, declaration))
            return default;

        ClientDiagnosticBag bag = new(type);
        CheckClass(type, declaration, bag);
        ImmutableArray<ClientInterface> interfaces = InterfaceParser.Read(type, attributes, bag);
        ImmutableArray<EndpointSpec> endpoints = EndpointParser.Read(interfaces, bag, cancellationToken);
        if (bag.HasErrors)
            return new ParseResult<ClientSpec>(null, bag.Diagnostics);
        ClientSpec spec = new(
            TypeNesting.Of(type),
            CSharp.Name(type),
            StubMemberParser.Read(type, interfaces).ToEquatableArray(),
            endpoints.ToEquatableArray(),
            ClientInterfaceParser.Read(type, attributes, interfaces),
            ClosedTypes.In(interfaces.SelectMany(static i => i.Methods).SelectMany(Types), type.ContainingAssembly));
        return new ParseResult<ClientSpec>(spec, bag.Diagnostics);
    }

    private static IEnumerable<ITypeSymbol> Types(IMethodSymbol method) => method.Parameters.Select(static p => p.Type).Prepend(method.ReturnType);

    /// <summary>Of several partial declarations with the attribute, one speaks for all.</summary>
    private static bool IsFirst(ImmutableArray<AttributeData> attributes, ClassDeclarationSyntax declaration) =>
        attributes.Length > 0 && attributes[0].ApplicationSyntaxReference is { } first && first.SyntaxTree == declaration.SyntaxTree && declaration.FullSpan.Contains(first.Span);

    private static void CheckClass(INamedTypeSymbol type, ClassDeclarationSyntax declaration, ClientDiagnosticBag bag)
    {
        Location name = declaration.Identifier.GetLocation();
        if (TypeHeader.FirstNotPartial(declaration) is { } notPartial)
        {
            if (notPartial == declaration)
                bag.Report(ClientDiagnostics.NotPartial, name, type.Name);
            else
                bag.Report(ClientDiagnostics.ContainingTypeNotPartial, notPartial.Identifier.GetLocation(), notPartial.Identifier.ValueText, type.Name);
        }

        if (!type.BaseTypes().Any(static b => b.DefinitionName() == Names.ApiWrapper))
            bag.Report(ClientDiagnostics.NoWrapper, name, type.Name);
        string? fault = type switch
        {
            { IsStatic: true } => "it is static",
            { IsFileLocal: true } => "it is local to its file, where generated code cannot reach it",
            { Arity: > 0 } => "it is generic; give the type arguments to the methods",
            { ContainingType.Arity: > 0 } => "the type around it is generic",
            _ => null,
        };
        if (fault is not null)
            bag.Report(ClientDiagnostics.UnsupportedKind, name, type.Name, fault);
    }
}
