using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PyperCache.Generators;

namespace PyperCache.Samples.Tests.Snippets;

/// <summary>Compiles a program as a user's project would: implicit usings, nullable, all generators and analyzers that come with the packages.</summary>
internal static class SnippetCompiler
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>What a snippet may leave lying about: variables it does not use, an async method without await.</summary>
    private static readonly HashSet<string> s_forgiven = ["CS0168", "CS0219", "CS1591", "CS1998", "CS8321"];

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(static () =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsForUsers(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    /// <summary>The errors and warnings of a program, the lines of its snippets in them.</summary>
    public static IReadOnlyList<string> FaultsOf(string source)
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText(source, ParseOptions, "Program.cs", System.Text.Encoding.UTF8);
        bool isProgram = program.GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippet",
            [program, CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs", System.Text.Encoding.UTF8)],
            s_references.Value,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(Generators(), parseOptions: ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generated);
        return [.. generated.Concat(output.GetDiagnostics()).Concat(AnalyzerFaults(output)).Where(IsFault).Select(static d => $"{d.Location.GetMappedLineSpan()}: {d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}").Distinct()];
    }

    private static ImmutableArray<Diagnostic> AnalyzerFaults(Compilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. OurTypes<DiagnosticAnalyzer>()];
        return analyzers.IsEmpty ? [] : compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static IEnumerable<ISourceGenerator> Generators() =>
        OurTypes<IIncrementalGenerator>()
            .Concat(BuildFacts.Generators.SelectMany(static path => Types<IIncrementalGenerator>(Assembly.LoadFrom(path))))
            .Select(static generator => generator.AsSourceGenerator());

    private static IEnumerable<T> OurTypes<T>() => Types<T>(typeof(ApiModelGenerator).Assembly);

    private static IEnumerable<T> Types<T>(Assembly assembly) =>
        assembly.GetTypes().Where(static type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract).Select(static type => (T)Activator.CreateInstance(type)!);

    private static bool IsFault(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !s_forgiven.Contains(diagnostic.Id);

    private static bool IsForUsers(string name) =>
        name is "mscorlib" or "netstandard" or "Refit" or "PyperCache.Core" or "PyperCache.Refit" or "PyperCache.Extensions.DependencyInjection"
        || name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
}
