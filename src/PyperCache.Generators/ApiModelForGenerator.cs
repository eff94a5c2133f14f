using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Emitting.Foreign;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Foreign;
using PyperCache.Generators.Parsing.Foreign;

namespace PyperCache.Generators;

/// <summary>Makes every type known that <c>[assembly: ApiModelFor&lt;T&gt;]</c> names.</summary>
[Generator]
public sealed class ApiModelForGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParseResult<ForeignSpec>> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.ApiModelForAttribute, static (node, _) => node is CompilationUnitSyntax, ForeignParser.Parse)
            .SelectMany(static (results, _) => results)
            .WithTrackingName(TrackingNames.ForeignParse);

        context.RegisterSourceOutput(
            parsed.Select(static (result, _) => result.Spec).WithTrackingName(TrackingNames.ForeignSpec),
            static (output, spec) =>
            {
                if (spec is not null)
                    output.AddSource(spec.HintName + ".g.cs", ForeignEmitter.Emit(spec));
            });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
