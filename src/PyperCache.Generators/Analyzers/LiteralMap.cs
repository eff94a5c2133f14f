using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.Generators.Analyzers;

/// <summary>Finds in the source the characters of a string's value.</summary>
internal static class LiteralMap
{
    /// <summary>The place of some characters of a literal's value.</summary>
    /// <param name="syntax">The expression.</param>
    /// <param name="value">Its value.</param>
    /// <param name="span">The characters; an empty span behind the last one is the closing quote.</param>
    /// <returns>The place of the whole expression when it is no literal, or one of several lines.</returns>
    public static Location Locate(SyntaxNode syntax, string value, TextSpan span)
    {
        if (syntax is not LiteralExpressionSyntax { Token: var token } || Offsets(token) is not { } offsets || offsets.Count != value.Length + 1)
            return syntax.GetLocation();
        int start = token.SpanStart + offsets[span.Start];
        int end = token.SpanStart + (span.IsEmpty ? offsets[span.Start] + 1 : offsets[span.End]);
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(start, end));
    }

    /// <summary>For each character of the value, and for its end, the offset in the token.</summary>
    private static List<int>? Offsets(SyntaxToken token)
    {
        string text = token.Text;
        if (token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
            return Plain(text.Length - text.TrimStart('"').Length, token.ValueText.Length);
        if (!token.IsKind(SyntaxKind.StringLiteralToken))
            return null;
        return text[0] == '@' ? Verbatim(text) : Regular(text);
    }

    private static List<int> Plain(int start, int length) => Enumerable.Range(start, length + 1).ToList();

    private static List<int> Verbatim(string text)
    {
        var offsets = new List<int>();
        for (int i = 2; i < text.Length - 1; i += text[i] == '"' ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length - 1);
        return offsets;
    }

    private static List<int> Regular(string text)
    {
        var offsets = new List<int>();
        int i = 1;
        while (i < text.Length - 1)
        {
            offsets.Add(i);

            // "\U0001F600" is two characters of the value.
            if (text[i] == '\\' && text[i + 1] == 'U' && string.CompareOrdinal(text, i + 2, "0000", 0, 4) != 0)
                offsets.Add(i);
            i += text[i] == '\\' ? EscapeLength(text, i) : 1;
        }

        offsets.Add(text.Length - 1);
        return offsets;
    }

    private static int EscapeLength(string text, int backslash)
    {
        switch (text[backslash + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                int end = backslash + 2;
                while (end < backslash + 6 && Uri.IsHexDigit(text[end]))
                    end++;
                return end - backslash;
            default:
                return 2;
        }
    }
}
