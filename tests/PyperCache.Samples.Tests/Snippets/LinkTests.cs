using System.Text.RegularExpressions;

namespace PyperCache.Samples.Tests.Snippets;

public sealed partial class LinkTests
{
    [TestCaseSource(typeof(SnippetPage), nameof(SnippetPage.All))]
    public void Links_into_the_repository_lead_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(BuildFacts.Root, page))!;
        IEnumerable<string> targets = Link().Matches(File.ReadAllText(Path.Combine(BuildFacts.Root, page)))
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal));
        Assert.That(targets.Where(target => !Path.Exists(Path.Combine(folder, target))), Is.Empty);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
