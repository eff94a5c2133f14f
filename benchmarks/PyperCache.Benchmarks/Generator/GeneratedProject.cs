using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.Benchmarks.Generator;

/// <summary>A project of models and a generator that runs over it as in the compiler.</summary>
internal sealed class GeneratedProject(string name, Func<IIncrementalGenerator> create, IReadOnlyList<string> sources)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);
    private static readonly MetadataReference[] s_references = [.. References()];

    public string Name { get; } = name;

    public long EmittedBytes { get; private set; }

    /// <summary>What a build costs.</summary>
    /// <param name="compiles">Whether to compile the output too, which takes longer than all else.</param>
    public BuildTimes MeasureBuild(bool compiles)
    {
        Compilation? output = null;
        (CSharpCompilation compilation, GeneratorDriver driver) = Open();
        TimeSpan cold = Time(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _));
        EmittedBytes = driver.GetRunResult().GeneratedTrees.Sum(static t => (long)Encoding.UTF8.GetByteCount(t.ToString()));
        return new BuildTimes(cold, !compiles ? null : Time(() =>
        {
            using MemoryStream image = new();
            if (!output!.Emit(image).Success)
                throw new InvalidOperationException($"The output of {Name} does not compile.");
        }));
    }

    /// <summary>What an editor does after each edit.</summary>
    public EditTimes MeasureEdits()
    {
        (CSharpCompilation compilation, GeneratorDriver driver) = Open();
        driver = driver.RunGenerators(compilation);
        CSharpCompilation unrelated = compilation.AddSyntaxTrees(Parse("class Unrelated;", "Unrelated.cs"));
        TimeSpan unrelatedEdit = Time(() => driver = driver.RunGenerators(unrelated));

        SyntaxTree tree = unrelated.SyntaxTrees[sources.Count / 2];
        CSharpCompilation edited = unrelated.ReplaceSyntaxTree(tree, Parse(tree.ToString().Replace("int Id", "long Id", StringComparison.Ordinal), tree.FilePath));
        return new EditTimes(unrelatedEdit, Time(() => driver = driver.RunGenerators(edited)));
    }

    /// <summary>All anew: nothing that one run has read, bound or kept may be there for the next.</summary>
    private (CSharpCompilation Compilation, GeneratorDriver Driver) Open()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Benchmark",
            sources.Select(static (s, i) => Parse(s, $"Source{i}.cs")),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return (compilation, CSharpGeneratorDriver.Create([create().AsSourceGenerator()], parseOptions: s_parse));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), s_parse, path);

    private static TimeSpan Time(Action work)
    {
        // Twice, as what finalizers held is garbage only then, and what is to stay is old: sources and references are not collected in the time of others.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is "PyperCache.Core.dll" or "netstandard.dll" || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
