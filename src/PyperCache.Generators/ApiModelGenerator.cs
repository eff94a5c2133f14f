using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Emitting.Models;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Kit.Edits;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models;

namespace PyperCache.Generators;

/// <summary>Writes the hydrator, validator and way back of every type with <c>[ApiModel]</c>.</summary>
[Generator]
public sealed class ApiModelGenerator : IIncrementalGenerator
{
    /// <summary>One for all runs: the compiler may make the generator anew for each.</summary>
    private static readonly ParseCache<ParseResult<ModelSpec>> s_cache = new(ModelParser.Parse);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParseResult<ModelSpec>> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.ApiModelAttribute, static (node, _) => node is TypeDeclarationSyntax, s_cache.Parse)
            .WithTrackingName(TrackingNames.ModelParse);

        context.RegisterSourceOutput(
            parsed.Select(static (result, _) => result.Spec).WithTrackingName(TrackingNames.ModelSpec),
            static (output, spec) =>
            {
                if (spec is not null)
                    output.AddSource(spec.Nesting.HintName + ".g.cs", ModelEmitter.Emit(spec));
            });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
