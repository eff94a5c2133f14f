using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Samples.Tests.Snippets;

/// <summary>
/// A program made of a snippet, of those that it continues, and of the types that other snippets of its page declare. Faults are reported at the
/// lines of the page.
/// </summary>
internal sealed class SnippetProgram
{
    private readonly StringBuilder _usings = new();
    private readonly StringBuilder _attributes = new();
    private readonly StringBuilder _statements = new();
    private readonly StringBuilder _types = new();
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usingNames = new(StringComparer.Ordinal);

    /// <summary>The source of the program for one snippet of a page.</summary>
    public static string SourceFor(IReadOnlyList<Snippet> page, int index)
    {
        int start = index;
        while (start > 0 && page[start].IsContinuation)
            start--;
        SnippetProgram program = new();
        for (int i = start; i <= index; i++)
            program.Add(page[i], withStatements: true);
        for (int i = page.Count - 1; i >= 0; i--)
        {
            if (i < start || i > index)
                program.Add(page[i], withStatements: false);
        }

        return $"{program._usings}{program._attributes}{program._statements}{program._types}";
    }

    private void Add(Snippet snippet, bool withStatements)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(snippet.Code, options: SnippetCompiler.ParseOptions);
        foreach (UsingDirectiveSyntax directive in unit.Usings.Where(directive => _usingNames.Add(directive.ToString())))
            Append(_usings, snippet, directive);
        foreach (MemberDeclarationSyntax type in unit.Members.Where(static member => member is not GlobalStatementSyntax))
        {
            if (_typeNames.Add(NameOf(type)) || withStatements)
                Append(_types, snippet, type);
        }

        if (!withStatements)
            return;
        foreach (AttributeListSyntax attribute in unit.AttributeLists)
            Append(_attributes, snippet, attribute);
        foreach (GlobalStatementSyntax statement in unit.Members.OfType<GlobalStatementSyntax>())
            Append(_statements, snippet, statement);
    }

    private static void Append(StringBuilder part, Snippet snippet, SyntaxNode node)
    {
        int line = snippet.Line + node.GetLocation().GetLineSpan().StartLinePosition.Line;
        part.AppendLine().AppendLine($"#line {line} \"{snippet.Page}\"").AppendLine(node.ToString());
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => member.ToString(),
    };
}
