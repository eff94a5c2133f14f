using Microsoft.CodeAnalysis;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>Types that <c>[assembly: ApiModelFor&lt;T&gt;]</c> names.</summary>
public sealed class RegistrationTests
{
    private const string Foreign = """
        [assembly: ApiModelFor<N.Foreign>(Validate = true)]
        namespace N;
        public class Foreign { public required int Id { get; init; } public string Name { get; set; } = "n"; public List<int>? Items { get; init; } public Row Row { get; set; } }
        [ApiModel] public readonly partial record struct Row(int A);
        """;

    [Test]
    public void A_type_that_is_no_model_gets_one_beside_it() => Snapshot.Match(Run(Foreign).Source("For.N.Foreign"));

    [TestCase("[assembly: ApiModelFor<N.P<N.M>>] namespace N; [ApiModel] public partial record P<T>(List<T> Items); [ApiModel] public partial record M(int A);", TestName = "closed generic model")]
    [TestCase("[assembly: ApiModelFor<N.S>] namespace N; public readonly struct S(int a) { public int A { get; } = a; }", TestName = "readonly struct with a primary constructor")]
    [TestCase("[assembly: ApiModelFor<N.S>] namespace N; public readonly record struct S(int A, string? B);", TestName = "readonly record struct")]
    [TestCase("[assembly: ApiModelFor<N.E>] [assembly: ApiModelFor<List<N.E[]>>] [assembly: ApiModelFor<int?>] namespace N; public enum E { A }", TestName = "enum, collection and nullable")]
    [TestCase("[assembly: ApiModelFor<N.@class>] namespace N; public class @class { public int @event { get; init; } public bool @true { get; set; } }", TestName = "registered type with keywords as names")]
    [TestCase("[assembly: ApiModelFor<N.G<int>>] namespace N; public class G<T> { public T? A { get; set; } public List<T> B { get; init; } = []; }", TestName = "closed generic type")]
    public void Compiles(string source) => Assert.That(Run(source).HintNames, Is.Not.Empty);

    [TestCase("PYP0021", "[assembly: [|ApiModelFor<N.A>|]] namespace N; public abstract class A;")]
    [TestCase("PYP0021", "[assembly: [|ApiModelFor<N.I>|]] namespace N; public interface I;")]
    [TestCase("PYP0003", "[assembly: [|ApiModelFor<N.C>|]] namespace N; public class C { public Version? V { get; set; } }")]
    [TestCase("PYP0007", "[assembly: [|ApiModelFor<N.C>|]] namespace N; public class C { private C() { } public int A { get; set; } }")]
    [TestCase("PYP0004", "[assembly: [|ApiModelFor<N.C>|]] namespace N; public class C { public int A { get; set; } [Alias(\"a\")] public int B { get; set; } }")]
    public void What_is_wrong_is_told_at_the_attribute(string id, string marked)
    {
        (string source, string expected) = DiagnosticTests.Unmark(marked);
        GeneratorRun run = GeneratorHarness.Run(new ApiModelForGenerator(), expectErrors: true, ModelRuns.Usings + source);
        Diagnostic diagnostic = run.Diagnostics.Single();
        Assert.That((diagnostic.Id, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)), Is.EqualTo((id, expected)));
        Assert.That(run.HintNames, Is.Empty);
    }

    [Test]
    public void An_unrelated_file_changes_nothing()
    {
        IReadOnlyList<IncrementalStepRunReason> reasons = Run(Foreign).OutputReasonsAfter(static c => c.AddSyntaxTrees(GeneratorHarness.Parse("class Unrelated;", "Unrelated.cs")));
        Assert.That(reasons, Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    private static GeneratorRun Run(string source)
    {
        IEnumerable<string> models = ModelRuns.RunUncompiled(source).Result.Results[0].GeneratedSources.Select(static s => s.SourceText.ToString());
        return GeneratorHarness.Run(new ApiModelForGenerator(), expectErrors: false, [ModelRuns.Usings + source, .. models]);
    }
}
