using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit.Edits;

/// <summary>Looks for names in the text of syntax trees.</summary>
internal sealed class NameSearch(IEnumerable<string> names)
{
    /// <summary>An identifier may be written with escapes, in which no name would be found: such a text counts as one that has them all.</summary>
    private const string Escape = "\\u";

    private readonly string[] _texts = [Escape, .. names];

    public bool IsIn(SyntaxTree tree)
    {
        string text = tree.GetText().ToString();
        foreach (string name in _texts)
        {
            if (text.IndexOf(name, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
