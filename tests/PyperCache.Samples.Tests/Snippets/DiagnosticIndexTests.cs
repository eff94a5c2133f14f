using System.Text.RegularExpressions;

namespace PyperCache.Samples.Tests.Snippets;

public sealed partial class DiagnosticIndexTests
{
    private static readonly string s_folder = Path.Combine(BuildFacts.Root, "docs", "diagnostics");

    [Test]
    public void The_index_has_each_diagnostic_with_the_title_and_severity_of_its_page()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(s_folder, "PYP*.md")
            .Order(StringComparer.Ordinal)
            .Select(static file => Entry(Page().Match(File.ReadAllText(file))));
        IEnumerable<string> index = Row().Matches(File.ReadAllText(Path.Combine(s_folder, "README.md"))).Select(Entry);
        Assert.That(index, Is.EqualTo(pages));
    }

    private static string Entry(Match match) => $"{match.Groups["id"]} {match.Groups["severity"]} {match.Groups["title"]}";

    [GeneratedRegex(@"^# (?<id>PYP\d+): (?<title>.*)\n\nSeverity: (?<severity>\w+)")]
    private static partial Regex Page();

    [GeneratedRegex(@"^\| \[(?<id>PYP\d+)\]\(\k<id>\.md\) \| (?<severity>\w+) \| (?<title>.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
