using System.Text.RegularExpressions;
using PyperCache.Query.Syntax;

namespace PyperCache.Generators.Analyzers;

/// <summary>Mends the plain mistakes in a selector, where what was meant is clear.</summary>
internal static class SelectorRepair
{
    private const int MaxRounds = 8;

    // users[0].name and users[*].name, the ways of JSONPath and JMESPath to say "of an element"; the rest must be a plain path.
    private static readonly Regex s_element = new(@"^(?<head>[^\[\]?*]*)\[(?<index>0|\*)\](?:\.(?<tail>[^\[\]?*=]+))?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_wildcard = new(@"^(?<head>[^\[\]?*]+)\.\*\.(?<tail>[^\[\]?*=]+)$", RegexOptions.CultureInvariant);

    /// <summary>A text that is a selector and very likely the one that was meant, or null.</summary>
    /// <param name="text">A text that is no selector.</param>
    /// <param name="wantsFirst">True when the text asked for element 0, so that the result has to be taken with First.</param>
    public static string? Repair(string text, out bool wantsFirst)
    {
        wantsFirst = false;
        for (int round = 0; round < MaxRounds; round++)
        {
            if (SelectorParser.Parse(text).Error is not { } error)
                return text;
            if (MendOnce(text, error, ref wantsFirst) is not { } mended || mended == text)
                return null;
            text = mended;
        }

        return null;
    }

    private static string? MendOnce(string text, SelectorSyntaxError error, ref bool wantsFirst)
    {
        string rest = text.Substring(error.Position);
        if (text.TrimStart().StartsWith("$", StringComparison.Ordinal) && rest.StartsWith("$", StringComparison.Ordinal))
            return DropDollar(rest);
        if (Element(text, ref wantsFirst) is { } element)
            return element;
        if (rest.StartsWith("=", StringComparison.Ordinal) && error.Position > 0 && text[error.Position - 1] == '=')
            return text.Remove(error.Position, 1);
        return rest.Length > 0 && !SelectorAdvice.IsGrammar(rest[0]) ? QuoteKey(text, error.Position) : null;
    }

    // "$" alone is the payload, "$.a" is a; "$id" is a key with an odd first character.
    private static string? DropDollar(string rest)
    {
        if (rest.Trim() == "$")
            return "";
        if (rest.StartsWith("$.", StringComparison.Ordinal) && !rest.StartsWith("$..", StringComparison.Ordinal))
            return rest.Substring(2);
        if (rest.StartsWith("$[", StringComparison.Ordinal))
            return rest.Substring(1);
        return QuoteKey(rest, 0);
    }

    private static string? Element(string text, ref bool wantsFirst)
    {
        Match match = s_element.Match(text);
        if (!match.Success)
            match = s_wildcard.Match(text);
        if (!match.Success)
            return null;
        wantsFirst = match.Groups["index"].Value == "0";
        string head = match.Groups["head"].Value.TrimEnd();
        return match.Groups["tail"].Success ? $"{head}?{match.Groups["tail"].Value.Trim()}*" : head;
    }

    private static string? QuoteKey(string text, int position)
    {
        if (SelectorAdvice.KeyAround(text, position) is not { } run)
            return null;
        string key = run.Key.Trim('\'');
        return text.Substring(0, run.Start) + "\"" + key.Replace("\\", "\\\\") + "\"" + text.Substring(run.Start + run.Key.Length);
    }
}
