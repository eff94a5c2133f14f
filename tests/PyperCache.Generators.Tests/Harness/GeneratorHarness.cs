using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PyperCache.Generators.Tests.Harness;

/// <summary>Runs a generator as the compiler does, twice, and checks what must hold of every run.</summary>
internal static class GeneratorHarness
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>Steps of the driver itself, which are new with every compilation.</summary>
    private static readonly HashSet<string> s_inputSteps = ["Compilation", "compilationUnit_ForAttribute", "compilationAndGroupedNodes_ForAttributeWithMetadataName", "result_ForAttributeWithMetadataName", "individualFileGlobalAliases_ForAttribute", "allUpGlobalAliases_ForAttribute", "collectedGlobalAliases_ForAttribute", "compilationUnitAndGlobalAliases_ForAttribute"];

    /// <summary>Runs the generator over the sources. Fails the test when the second run over an equal compilation is not cached, a tracked
    /// step holds a symbol, syntax node or compilation, or (unless <paramref name="expectErrors"/>) the result does not compile without warnings.</summary>
    public static GeneratorRun Run(IIncrementalGenerator generator, bool expectErrors, params string[] sources)
    {
        CSharpCompilation compilation = Compile(sources);
        GeneratorDriver driver = Driver(generator).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorDriverRunResult first = driver.GetRunResult();
        GeneratorDriver second = driver.RunGenerators(compilation.Clone());
        AssertCached(second.GetRunResult());
        AssertNoSymbols(first);
        if (!expectErrors)
            AssertCompiles(output, diagnostics);
        return new GeneratorRun(driver, compilation, (CSharpCompilation)output, first, diagnostics);
    }

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "UnderTest",
        sources.Select(static (s, i) => CSharpSyntaxTree.ParseText(s, s_parse, $"Source{i}.cs", System.Text.Encoding.UTF8)),
        References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Default));

    public static CSharpSyntaxTree Parse(string source, string path) => (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(source, s_parse, path, System.Text.Encoding.UTF8);

    public static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: s_parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <remarks>Emitted code asks the compiler not to check nullability; here it is checked all the same, unless the
    /// source itself is without annotations. CS8618: a hydrating constructor assigns
    /// what the payload holds, and the compiler cannot see that a member was among it.</remarks>
    private static void AssertCompiles(Compilation output, ImmutableArray<Diagnostic> generatorDiagnostics)
    {
        bool isOblivious = output.SyntaxTrees.Any(static t => t.ToString().Contains("#nullable disable\n", StringComparison.Ordinal));
        if (!isOblivious)
            output = output.SyntaxTrees.Where(static t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Aggregate(output, static (o, t) => o.ReplaceSyntaxTree(t, WithNullableWarnings(t)));
        Diagnostic[] faults = [.. generatorDiagnostics.Concat(output.GetDiagnostics()).Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1591")];
        if (faults.Length > 0)
        {
            string files = string.Join("\n", output.SyntaxTrees.Where(t => faults.Any(f => f.Location.SourceTree == t)).Select(static t => $"--- {t.FilePath}\n{t}"));
            Assert.Fail($"{string.Join("\n", faults.Select(static f => f.ToString()))}\n{files}");
        }
    }

    private static CSharpSyntaxTree WithNullableWarnings(SyntaxTree tree) =>
        Parse(tree.ToString().Replace("#nullable disable warnings", "#nullable enable warnings\n#pragma warning disable CS8618", StringComparison.Ordinal), tree.FilePath);

    private static void AssertCached(GeneratorDriverRunResult result)
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.Results[0].TrackedSteps.Concat(result.Results[0].TrackedOutputSteps))
        {
            if (s_inputSteps.Contains(name))
                continue;
            foreach ((object _, IncrementalStepRunReason reason) in steps.SelectMany(static s => s.Outputs))
                Assert.That(reason, Is.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged), $"step {name}");
        }
    }

    /// <summary>Looks through the outputs of the steps that end in "Spec" for objects that would pin a compilation.</summary>
    private static void AssertNoSymbols(GeneratorDriverRunResult result)
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in result.Results[0].TrackedSteps)
        {
            if (!name.EndsWith("Spec", StringComparison.Ordinal))
                continue;
            HashSet<object> visited = new(ReferenceEqualityComparer.Instance);
            foreach ((object value, _) in steps.SelectMany(static s => s.Outputs))
                Visit(value, name, visited);
        }
    }

    private static void Visit(object? node, string step, HashSet<object> visited)
    {
        if (node is null or string || node.GetType().IsPrimitive || node.GetType().IsEnum || !visited.Add(node))
            return;
        Assert.That(node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location, Is.False, $"step {step} holds a {node.GetType()}");
        if (node is IEnumerable items)
        {
            foreach (object? item in items)
                Visit(item, step, visited);
            return;
        }

        foreach (FieldInfo field in node.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Visit(field.GetValue(node), step, visited);
    }
}
