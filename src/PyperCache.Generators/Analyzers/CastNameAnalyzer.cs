using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Parsing.Models;

namespace PyperCache.Generators.Analyzers;

/// <summary>Finds two types of one assembly that caches would remember under one name.</summary>
/// <remarks>An analyzer, since a generator that looked at all models together would do so again after every edit of one.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CastNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ModelDiagnostics.NameIsTaken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        ConcurrentBag<CastName> names = [];
        context.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, names), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (IGrouping<string, CastName> group in names.Concat(Registered(end.Compilation)).GroupBy(static name => name.Text, StringComparer.Ordinal))
                Report(end, group);
        });
    }

    private static void Collect(INamedTypeSymbol type, ConcurrentBag<CastName> names)
    {
        if (type.FindAttribute(Names.ApiModelAttribute) is { } attribute && CastNames.OfModel(type, attribute) is { } name)
            names.Add(new CastName(name, type, attribute));
    }

    private static IEnumerable<CastName> Registered(Compilation compilation) =>
        from attribute in compilation.Assembly.GetAttributes()
        where attribute.AttributeClass?.DefinitionName() == Names.ApiModelForAttribute
        let type = attribute.AttributeClass!.TypeArguments[0]
        where type.TypeKind != TypeKind.Error
        select new CastName(CastNames.OfRegistered(type, attribute), type, attribute);

    /// <summary>Who chose the name is told, and who did so first keeps it.</summary>
    private static void Report(CompilationAnalysisContext context, IEnumerable<CastName> group)
    {
        CastName[] names = [.. group.OrderBy(static name => name.IsChosen).ThenBy(static name => name.File, StringComparer.Ordinal).ThenBy(static name => name.Position)];
        foreach (CastName name in names.Skip(1).Where(name => !SymbolEqualityComparer.Default.Equals(name.Type, names[0].Type)))
        {
            Location location = name.Locate(context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(ModelDiagnostics.NameIsTaken, location, name.Type.ToDisplayString(), names[0].Type.ToDisplayString(), name.Text));
        }
    }
}
