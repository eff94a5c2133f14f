namespace PyperCache.Query.Syntax;

/// <summary>All texts about faulty selectors.</summary>
internal static class SelectorErrors
{
    public const string SelectorStart = "a key (letters, digits and _; an integer; or \"quoted text\") or '?'";
    public const string Key = "a key (letters, digits and _; an integer; or \"quoted text\")";
    public const string Value = "a value (a text like staff or \"two words\", a number like #42, #true, #false or #null)";
    public const string AfterHash = "a number like 42 or -1.5, true, false or null directly after '#'";
    public const string AfterPath = "'.', '?' or the end";
    public const string ClosingQuote = "a closing '\"'";
    public const string Escape = "\\\" or \\\\, the only escapes in quotes";
    public const string WholeCharacter = "a whole character, not half a surrogate pair";

    private const string AfterExists = "'.', '=', '*', '?' or the end";
    private const string AfterPluck = "'?' or the end";

    public static string After(SelectorStep step) => step switch
    {
        PluckStep => AfterPluck,
        ExistsStep => AfterExists,
        _ => AfterPath,
    };

    public static SelectorSyntaxError At(string text, int position, string expected)
    {
        int length = position == text.Length ? 0 : char.IsSurrogatePair(text, position) ? 2 : 1;
        return new SelectorSyntaxError(position, length, expected, SelectorAdvice.For(text, position));
    }

    /// <summary>The message in one line: what was expected and found, and what to write instead.</summary>
    public static string Sentence(string text, SelectorSyntaxError error)
    {
        string found = error.Length == 0 ? "the end of the text" : $"'{text.Substring(error.Position, error.Length)}'";
        string sentence = $"expected {error.Expected}, found {found}";
        return error.Advice is null ? sentence : $"{sentence}. {error.Advice}";
    }

    /// <summary>The text on one line, and a caret under the fault on the next.</summary>
    public static string CaretLines(string text, SelectorSyntaxError error)
    {
        string line = new(text.Select(c => char.IsControl(c) ? ' ' : c).ToArray());
        return $"{line}\n{new string(' ', error.Position)}^";
    }
}
