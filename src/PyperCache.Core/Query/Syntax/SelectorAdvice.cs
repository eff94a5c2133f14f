namespace PyperCache.Query.Syntax;

/// <summary>Sentences for the mistakes that people make who know another path language.</summary>
internal static class SelectorAdvice
{
    private const string Quote = "A key with other characters is written in quotes: ";

    /// <summary>What to write instead, or null when nothing plain can be said.</summary>
    public static string? For(string text, int position)
    {
        if (position == text.Length)
            return null;
        switch (text[position])
        {
            case '[':
                return "Arrays are not indexed. Ask for the first match with First, filter with ?key=value, or collect a key of all elements with ?key*.";
            case '$' when position == 0:
                return "A selector starts at the payload itself: leave the '$' away.";
            case '*':
                return "There is no wildcard. '?key*' collects a key of all elements of an array.";
            case '=' when position > 0 && text[position - 1] == '=':
                return "One '=' compares.";
            case '=':
                return "A filter starts with '?': array?key=value.";
            case '\'':
                return "Quotes are double quotes.";
            case '#':
                return "'#' stands only in front of a value to compare with: ?id=#1.";
            case '?' or '.' or '"':
                return null;
            default:
                return KeyAround(text, position) is { } run ? Quote + SelectorPrinter.Quote(run.Key) + "." : null;
        }
    }

    /// <summary>The key around a character that no bare key may have, up to the next characters of the grammar; null when there is none.</summary>
    public static (string Key, int Start)? KeyAround(string text, int position)
    {
        int start = position;
        while (start > 0 && !IsGrammar(text[start - 1]))
            start--;
        int end = position;
        while (end < text.Length && !IsGrammar(text[end]))
            end++;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        string key = text.Substring(start, end - start).TrimEnd();
        return key.Length == 0 ? null : (key, start);
    }

    /// <summary>Whether a character means something outside of quotes, here or in the path languages that people mistake this one for.</summary>
    public static bool IsGrammar(char c) => c is '.' or '?' or '=' or '*' or '#' or '"' or '[' or ']';
}
