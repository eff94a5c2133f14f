using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace PyperCache.Generators.Tests.Harness;

/// <summary>A finished run: what was generated, what was reported, and a driver that can be run on after an edit.</summary>
internal sealed record GeneratorRun(
    GeneratorDriver Driver, CSharpCompilation Input, CSharpCompilation Output, GeneratorDriverRunResult Result, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The generated text whose file name holds <paramref name="hint"/>.</summary>
    public string Source(string hint) => Result.Results[0].GeneratedSources.Single(s => s.HintName.Contains(hint, StringComparison.Ordinal)).SourceText.ToString();

    public IEnumerable<string> HintNames => Result.Results[0].GeneratedSources.Select(static s => s.HintName);

    /// <summary>Runs the same driver over an edited compilation and returns the reason of every output of a tracked step.</summary>
    public IReadOnlyList<IncrementalStepRunReason> ReasonsAfter(Func<CSharpCompilation, CSharpCompilation> edit, string step) =>
        [.. Driver.RunGenerators(edit(Input)).GetRunResult().Results[0].TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static o => o.Reason)];

    /// <summary>Runs the same driver over an edited compilation and returns the reason of every source output.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasonsAfter(Func<CSharpCompilation, CSharpCompilation> edit) =>
        [.. Driver.RunGenerators(edit(Input)).GetRunResult().Results[0].TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Select(static o => o.Reason)];

    /// <summary>Compiles the output and loads it, so that a test can call what was generated.</summary>
    public Assembly Load()
    {
        using MemoryStream image = new();
        EmitResult result = Output.Emit(image);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
    }
}
