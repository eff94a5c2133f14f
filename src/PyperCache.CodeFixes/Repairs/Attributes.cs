using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.CodeFixes.Repairs;

/// <summary>Changes of attributes.</summary>
internal static class Attributes
{
    /// <summary>Takes an attribute out, with its list when it is alone there, and with the line when that is empty then.</summary>
    public static TextRepair? Remove(AttributeSyntax? attribute, SourceText text)
    {
        if (attribute?.Parent is not AttributeListSyntax list)
            return null;
        TextSpan span = list.Attributes.Count == 1 ? WithRestOfLine(list.Span, text) : WithComma(attribute, list);
        return new TextRepair($"Remove [{attribute.Name}]", new TextChange(span, ""));
    }

    /// <summary>Writes a negative time as what it was probably meant for.</summary>
    public static TextRepair? SayNoCache(AttributeSyntax? attribute) =>
        attribute?.ArgumentList?.Arguments is [{ NameEquals: null, Expression: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } }]
            ? new TextRepair("Write [NoCache]", new TextChange(attribute.Span, "NoCache"))
            : null;

    /// <summary>The list, and the white space up to what follows it; with the line break when it stands on a line of its own.</summary>
    private static TextSpan WithRestOfLine(TextSpan list, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(list.Start);
        string before = text.ToString(TextSpan.FromBounds(line.Start, list.Start));
        int end = list.End;
        while (end < line.End && char.IsWhiteSpace(text[end]))
            end++;
        bool isAlone = end >= line.End && before.All(char.IsWhiteSpace);
        return isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(list.Start, end);
    }

    private static TextSpan WithComma(AttributeSyntax attribute, AttributeListSyntax list)
    {
        int index = list.Attributes.IndexOf(attribute);
        return index == 0
            ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
    }
}
