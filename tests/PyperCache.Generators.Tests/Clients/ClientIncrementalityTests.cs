using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Clients;

public class ClientIncrementalityTests
{
    private static readonly string s_client = ClientSource.Usings + """
        namespace App;
        [ApiClient<IApi>] public partial class Client : ApiWrapper { public Client(ApiWrapperOptions o) : base(o) { } }
        """;

    [TestCase("// a comment\n")]
    [TestCase("")]
    public void An_edit_that_changes_nothing_emits_nothing(string comment)
    {
        GeneratorRun run = GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: false, s_client, Interface(60));

        CSharpCompilation Edit(CSharpCompilation c) => c.ReplaceSyntaxTree(c.SyntaxTrees[1], GeneratorHarness.Parse(comment + Interface(60), "Source1.cs"))
            .AddSyntaxTrees(GeneratorHarness.Parse("class Unrelated { }", "Other.cs"));

        Assert.That(run.ReasonsAfter(Edit, TrackingNames.ClientSpec), Is.All.EqualTo(IncrementalStepRunReason.Unchanged).Or.All.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(run.OutputReasonsAfter(Edit), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void An_edit_of_the_interface_in_another_file_is_seen()
    {
        GeneratorRun run = GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: false, s_client, Interface(60));

        CSharpCompilation Edit(CSharpCompilation c) => c.ReplaceSyntaxTree(c.SyntaxTrees[1], GeneratorHarness.Parse(Interface(61), "Source1.cs"));

        Assert.That(run.ReasonsAfter(Edit, TrackingNames.ClientSpec), Is.All.EqualTo(IncrementalStepRunReason.Modified));
    }

    private static string Interface(int seconds) => ClientSource.Usings + $$"""
        namespace App;
        [CacheFor({{seconds}})] public interface IApi { [Get("/a")] Task<string> A(); }
        """;
}
