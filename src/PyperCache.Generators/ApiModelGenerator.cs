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

        IncrementalValueProvider<EquatableArray<string>> rows = parsed
            .SelectMany(static (result, _) => result.Spec?.Rows ?? [])
            .Collect()
            .Select(static (names, _) => names.Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());

        IncrementalValuesProvider<ModelSpec?> specs = parsed
            .Select(static (result, _) => result.Spec)
            .Combine(rows)
            .Select(static (pair, _) => pair.Left is { } spec && pair.Right.Contains(spec.TypeName) ? spec with { IsRow = true } : pair.Left)
            .WithTrackingName(TrackingNames.ModelSpec);

        context.RegisterSourceOutput(specs, static (output, spec) =>
        {
            if (spec is not null)
                output.AddSource(spec.Nesting.HintName + ".g.cs", ModelEmitter.Emit(spec));
        });

        // Of all models together only what does not change as long as they keep their names.
        context.RegisterSourceOutput(
            specs.SelectMany(static (spec, _) => spec?.AllRegistrations ?? []).Collect().WithTrackingName(TrackingNames.ModelRegistrations),
            static (output, registrations) =>
            {
                if (registrations.Length > 0)
                    output.AddSource(RegistrationEmitter.HintName + ".g.cs", RegistrationEmitter.Emit(registrations));
            });

        context.RegisterSourceOutput(
            parsed.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
