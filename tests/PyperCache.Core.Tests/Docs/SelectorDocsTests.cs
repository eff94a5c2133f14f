using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PyperCache.Core.Tests.Architecture;
using PyperCache.Query;

namespace PyperCache.Core.Tests.Docs;

/// <summary>The examples of docs/selectors.md come to what the page says. (That its code compiles, the test of all snippets checks.)</summary>
public sealed partial class SelectorDocsTests
{
    [TestCaseSource(nameof(Rows))]
    public void An_example_comes_to_what_the_page_says(string selector, string result)
    {
        QueryResult actual = new JsonInjester(Payload).Get(Selector.Parse(selector));
        if (result == "unset")
            Assert.That(actual.IsUnset, Is.True);
        else
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(actual.ToString()), JsonNode.Parse(result)), Is.True, actual.ToString());
    }

    [Test]
    public void There_are_examples_for_every_step() => Assert.That(Rows().Count(), Is.GreaterThan(15));

    private static string Page { get; } = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "selectors.md"));

    private static string Payload { get; } = Page.Split("\"\"\"")[1];

    private static IEnumerable<TestCaseData> Rows() =>
        ExampleRow().Matches(Page).Select(row => new TestCaseData(row.Groups["selector"].Value, row.Groups["result"].Value.Trim('`')));

    [GeneratedRegex(@"^\| `(?<selector>[^`]+)` \| (?<result>`[^`]+`|unset) \|$", RegexOptions.Multiline)]
    private static partial Regex ExampleRow();
}
