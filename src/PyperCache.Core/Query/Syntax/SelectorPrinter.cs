using System.Text;

namespace PyperCache.Query.Syntax;

/// <summary>Writes a parsed selector as text, quoting only what needs it.</summary>
internal static class SelectorPrinter
{
    public static string Print(SelectorSyntax syntax)
    {
        var text = new StringBuilder();
        if (syntax.Path is not null)
            Append(text, syntax.Path);
        foreach (SelectorStep step in syntax.Steps)
            Append(text, step);
        return text.ToString();
    }

    public static string Print(SelectorPath path)
    {
        var text = new StringBuilder();
        Append(text, path);
        return text.ToString();
    }

    public static string Print(SelectorKey key) => Quote(key.Text);

    /// <summary>A key or a value as an item of the grammar.</summary>
    public static string Quote(string text)
    {
        if (IsIdentifier(text) || IsInteger(text))
            return text;
        return "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
    }

    public static bool IsInteger(string text)
    {
        var cursor = new SelectorCursor(text);
        return cursor.MatchDigits(signed: true) && cursor.AtEnd;
    }

    private static bool IsIdentifier(string text)
    {
        var cursor = new SelectorCursor(text);
        return cursor.MatchIdentifier() && cursor.AtEnd;
    }

    private static void Append(StringBuilder text, SelectorStep step)
    {
        text.Append('?');
        Append(text, step.Path);
        if (step is PluckStep)
            text.Append('*');
        else if (step is FilterStep filter)
            Append(text, filter);
    }

    private static void Append(StringBuilder text, FilterStep filter)
    {
        text.Append('=').Append(filter.Value.Kind switch
        {
            SelectorValueKind.Text => Quote(filter.Value.Text),
            SelectorValueKind.Number => "#" + filter.Value.Text,
            SelectorValueKind.True => "#true",
            SelectorValueKind.False => "#false",
            _ => "#null",
        });
        if (filter.Tail is null)
            return;

        text.Append('.');
        int start = text.Length;
        Append(text, filter.Tail);

        // "#1" with the tail 5 must not become the number 1.5.
        if (filter.Value.Kind == SelectorValueKind.Number && text[start] is >= '0' and <= '9')
        {
            string first = filter.Tail.Keys[0].Text;
            text.Insert(start, '"').Insert(start + 1 + first.Length, '"');
        }
    }

    private static void Append(StringBuilder text, SelectorPath path)
    {
        for (int i = 0; i < path.Keys.Length; i++)
        {
            if (i > 0)
                text.Append('.');
            text.Append(Quote(path.Keys[i].Text));
        }
    }
}
