namespace PyperCache.Samples.Tests.Snippets;

/// <summary>Reads the blocks that are marked <c>```csharp</c>, or <c>```csharp continue</c> when they go on where the one before ended.</summary>
internal static class SnippetPage
{
    private const string Fence = "```";

    /// <summary>The pages a reader may copy code from.</summary>
    public static IEnumerable<string> All { get; } =
    [
        .. Directory.EnumerateFiles(BuildFacts.Root, "*.md")
            .Concat(Pages("docs"))
            .Concat(Pages("src"))
            .Select(static path => Path.GetRelativePath(BuildFacts.Root, path))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Snippet> Read(string page)
    {
        string[] lines = File.ReadAllLines(Path.Combine(BuildFacts.Root, page));
        List<Snippet> snippets = [];
        for (int i = 0; i < lines.Length; i++)
        {
            string opening = lines[i].TrimStart();
            if (!opening.StartsWith(Fence, StringComparison.Ordinal))
                continue;
            int end = Array.FindIndex(lines, i + 1, static line => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal));
            string[] words = opening[Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["csharp", ..])
                snippets.Add(new Snippet(page, i + 2, string.Join('\n', lines[(i + 1)..end]), words.Contains("continue")));
            i = end;
        }

        return snippets;
    }

    private static IEnumerable<string> Pages(string folder)
    {
        string path = Path.Combine(BuildFacts.Root, folder);
        return Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories).Where(static page => !page.Contains("AnalyzerReleases", StringComparison.Ordinal));
    }
}
