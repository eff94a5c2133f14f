using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>What an edit makes the generator do again.</summary>
public sealed class IncrementalTests
{
    private const string Post = "namespace N; [ApiModel] public partial record Post(int Id, Author Author);";
    private const string Author = "namespace N; [ApiModel] public partial record Author(string Name);";

    [Test]
    public void An_unrelated_file_changes_nothing()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        IReadOnlyList<IncrementalStepRunReason> reasons = run.OutputReasonsAfter(static c => c.AddSyntaxTrees(GeneratorHarness.Parse("class Unrelated;", "Unrelated.cs")));
        Assert.That(reasons, Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void A_comment_above_a_model_changes_nothing()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        Assert.That(run.OutputReasonsAfter(static c => Edit(c, 0, "namespace N;", "// comment\nnamespace N;")), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void A_changed_member_emits_only_its_model_again()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        IReadOnlyList<IncrementalStepRunReason> reasons = run.ReasonsAfter(static c => Edit(c, 0, "int Id", "long Id"), TrackingNames.ModelSpec);
        Assert.That(reasons, Is.EquivalentTo(new[] { IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached }));
    }

    [Test]
    public void A_changed_member_registers_nothing_anew()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        Assert.That(run.ReasonsAfter(static c => Edit(c, 0, "int Id", "long Id"), TrackingNames.ModelRegistrations), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void A_renamed_model_is_registered_under_its_new_name()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        GeneratorDriver driver = run.Driver.RunGenerators(Edit(run.Input, 0, "record Post(", "record Note("));
        string registration = driver.GetRunResult().GeneratedTrees.Single(static t => t.FilePath.EndsWith("Models-Registration.g.cs", StringComparison.Ordinal)).ToString();
        Assert.That(registration, Does.Contain("<global::N.Note>(\"N.Note\")").And.Not.Contain("N.Post").And.Contain("N.Author"));
    }

    [Test]
    public void A_model_learns_that_it_has_become_a_row()
    {
        GeneratorRun run = ModelRuns.Run("namespace N; [ApiModel] public partial class Hour { public int Time { get; set; } }", Author, "namespace N; [ApiModel] public partial class Day { }");
        Assert.That(run.Source("N.Hour"), Does.Not.Contain("TryReadRows"));
        CSharpCompilation edited = Edit(run.Input, 2, "{ }", "{ [Columns] public List<Hour> Hours { get; set; } = []; }");
        Assert.That(run.ReasonsAfter(_ => edited, TrackingNames.ModelSpec), Is.EqualTo(new[] { IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified }));
        GeneratorDriver driver = run.Driver.RunGenerators(edited);
        Assert.That(driver.GetRunResult().GeneratedTrees.Single(static t => t.FilePath.EndsWith("N.Hour.g.cs", StringComparison.Ordinal)).ToString(), Does.Contain("TryReadRows"));
    }

    [Test]
    public void An_attribute_dropped_in_another_file_is_seen()
    {
        GeneratorRun run = ModelRuns.Run(Post, Author);
        GeneratorDriver driver = run.Driver.RunGenerators(Edit(run.Input, 1, "[ApiModel] ", ""));
        Assert.That(driver.GetRunResult().Diagnostics.Select(static d => d.Id), Is.EqualTo(new[] { "PYP0003" }));
    }

    [Test]
    public void One_model_of_a_thousand_is_emitted_alone()
    {
        string[] models = [.. Enumerable.Range(0, 1000).Select(static i => $"namespace N; [ApiModel] public partial record M{i}(int A, string B);")];
        GeneratorRun run = ModelRuns.RunUncompiled(models);
        IReadOnlyList<IncrementalStepRunReason> reasons = run.ReasonsAfter(static c => Edit(c, 500, "int A", "long A"), TrackingNames.ModelSpec);
        Assert.That(reasons.Count(static r => r == IncrementalStepRunReason.Modified), Is.EqualTo(1));
        Assert.That(reasons.Count(static r => r is IncrementalStepRunReason.Cached), Is.EqualTo(999));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string old, string @new)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.That(text, Does.Contain(old));
        return compilation.ReplaceSyntaxTree(tree, GeneratorHarness.Parse(text.Replace(old, @new, StringComparison.Ordinal), tree.FilePath));
    }
}
