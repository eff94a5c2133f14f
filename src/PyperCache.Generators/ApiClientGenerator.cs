using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Emitting.Clients;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;
using PyperCache.Generators.Parsing.Clients;

namespace PyperCache.Generators;

/// <summary>Writes the endpoints of every class with <c>[ApiClient&lt;T&gt;]</c>, the table of their cache policies, and the interface of the class.</summary>
[Generator]
public sealed class ApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParseResult<ClientSpec>> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.ApiClientAttribute, static (node, _) => node is ClassDeclarationSyntax, ClientParser.Parse)
            .WithTrackingName(TrackingNames.ClientParse);

        context.RegisterSourceOutput(
            parsed.Select(static (result, _) => result.Spec).WithTrackingName(TrackingNames.ClientSpec),
            static (output, spec) =>
            {
                if (spec is not null)
                    output.AddSource(spec.Nesting.HintName + ".client.g.cs", ClientEmitter.Emit(spec));
            });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
