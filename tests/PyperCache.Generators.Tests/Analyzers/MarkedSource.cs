using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.Generators.Tests.Analyzers;

/// <summary>Source in which <c>{|PYP0500:…|}</c> marks where a diagnostic is expected.</summary>
internal sealed partial class MarkedSource
{
    public MarkedSource(string marked)
    {
        int removed = 0;
        foreach (Match match in Marks().Matches(marked))
        {
            int start = match.Index - removed;
            Expected.Add((match.Groups["id"].Value, new TextSpan(start, match.Groups["text"].Length)));
            removed += match.Length - match.Groups["text"].Length;
        }

        Text = Marks().Replace(marked, "${text}");
    }

    public string Text { get; }

    public List<(string Id, TextSpan Place)> Expected { get; } = [];

    [GeneratedRegex(@"\{\|(?<id>PYP\d{4}):(?<text>.*?)\|\}")]
    private static partial Regex Marks();
}
