namespace PyperCache.Samples.Tests.Snippets;

public sealed class SnippetTests
{
    [TestCaseSource(typeof(SnippetPage), nameof(SnippetPage.All))]
    public void The_code_on_a_page_compiles_without_warnings(string page)
    {
        IReadOnlyList<Snippet> snippets = SnippetPage.Read(page);
        Assert.That(snippets.SelectMany((_, i) => SnippetCompiler.FaultsOf(SnippetProgram.SourceFor(snippets, i))).Distinct(), Is.Empty);
    }

    [Test]
    public void The_readme_has_code() => Assert.That(SnippetPage.Read("README.md"), Is.Not.Empty);

    [Test]
    public void Code_that_does_not_compile_is_found_with_its_page_and_line()
    {
        Snippet snippet = new("docs/page.md", 10, "using System;\n\nConsole.WriteLine(nothing);", IsContinuation: false);
        Assert.That(SnippetCompiler.FaultsOf(SnippetProgram.SourceFor([snippet], 0)), Has.Count.EqualTo(1).And.One.StartsWith("docs/page.md: (11,").And.One.Contains("CS0103"));
    }

    [Test]
    public void A_selector_that_is_none_is_found()
    {
        Snippet snippet = new("docs/page.md", 10, "PyperCache.Query.JsonInjester q = new(\"{}\");\nvar hits = q.Get(\"hits?=1\");", IsContinuation: false);
        Assert.That(SnippetCompiler.FaultsOf(SnippetProgram.SourceFor([snippet], 0)), Has.One.Contains("PYP0500"));
    }
}
