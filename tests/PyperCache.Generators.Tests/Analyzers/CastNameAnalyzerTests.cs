using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PyperCache.Generators.Analyzers;
using PyperCache.Generators.Tests.Harness;
using PyperCache.Generators.Tests.Models;

namespace PyperCache.Generators.Tests.Analyzers;

/// <summary>Two types of one assembly under one name.</summary>
public sealed class CastNameAnalyzerTests
{
    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } [ApiModel(Validate = true, {|PYP0014:Name = \"n\"|})] public partial class B { }", TestName = "the second of two that chose it")]
    [TestCase("[ApiModel({|PYP0014:Name = \"N.B\"|})] public partial class A { } [ApiModel] public partial class B { }", TestName = "the full name of a model below")]
    [TestCase("[ApiModel] public partial class B { public partial class C { } } [ApiModel({|PYP0014:Name = \"N.B\"|})] public partial struct A { }", TestName = "the full name of a model above")]
    [TestCase("[ApiModel] internal partial class A { } public partial class B { [ApiModel({|PYP0014:Name = \"N.A\"|})] internal partial class C { } }", TestName = "a nested model")]
    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } [ApiModel({|PYP0014:Name = \"n\"|})] public partial class B { } [ApiModel({|PYP0014:Name = \"n\"|})] public partial class C { }", TestName = "three")]
    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } [ApiModel({|PYP0014:Name = K.Name|})] public partial class B { } static class K { public const string Name = \"n\"; }", TestName = "a constant")]
    public Task A_name_that_is_taken_is_an_error_at_the_name(string types) => CheckAsync("namespace N; " + types);

    [TestCase("[assembly: ApiModelFor<N.A>(Name = \"n\"), ApiModelFor<N.B>({|PYP0014:Name = \"n\"|})] namespace N; public class A { } public class B { }", TestName = "two registered types")]
    [TestCase("[assembly: ApiModelFor<N.A>({|PYP0014:Name = \"N.B\"|})] namespace N; public class A { } [ApiModel] public partial class B { }", TestName = "a registered type and a model")]
    [TestCase("[assembly: ApiModelFor<List<int>>, ApiModelFor<N.A>({|PYP0014:Name = \"System.Collections.Generic.List<int>\"|})] namespace N; public class A { }", TestName = "the full name of a closed type")]
    public Task Registered_types_are_compared_as_well(string source) => CheckAsync(source);

    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } [ApiModel(Name = \"N\")] public partial class B { }", TestName = "names that differ in case")]
    [TestCase("[ApiModel(Name = \"N.A\")] public partial class A { } public partial class A { }", TestName = "its own name")]
    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } [ApiModel(Name = \"n\")] public partial class P<T> { }", TestName = "a generic model, which has no name")]
    [TestCase("[ApiModel(Name = \"n\")] public partial class A { } public partial class O { [ApiModel(Name = \"n\")] private partial class P { } }", TestName = "a private model, which has no name")]
    [TestCase("[ApiModel(Name = null)] public partial class A { } [ApiModel(Name = null)] public partial class B { }", TestName = "no name at all")]
    public Task Names_that_differ_are_fine(string types) => CheckAsync("namespace N; " + types);

    [Test]
    public Task One_type_may_be_registered_beside_its_model() =>
        CheckAsync("[assembly: ApiModelFor<N.A>(Name = \"n\")] namespace N; [ApiModel(Name = \"n\")] public partial class A { }");

    private static async Task CheckAsync(string marked)
    {
        MarkedSource source = new(ModelRuns.Usings + marked);
        CSharpCompilation compilation = GeneratorHarness.Compile(source.Text);
        Assert.That(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new CastNameAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.That(found.Select(static d => (d.Id, d.Location.SourceSpan)), Is.EquivalentTo(source.Expected), string.Join('\n', found));
    }
}
