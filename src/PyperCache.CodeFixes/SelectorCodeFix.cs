using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.CodeFixes.Repairs;

namespace PyperCache.CodeFixes;

/// <summary>Writes the selector that was probably meant; the analyzer has found it out and noted it in the diagnostic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SelectorCodeFix))]
[Shared]
public sealed class SelectorCodeFix : CodeFixProvider
{
    // The names are those of SelectorAnalyzer, which this assembly does not reference.
    private const string Replacement = nameof(Replacement);
    private const string WantsFirst = nameof(WantsFirst);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PYP0500", "PYP0501", "PYP0502"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && diagnostic.Properties.TryGetValue(Replacement, out string? text) && text is not null)
                Register(context, root, diagnostic, text);
        }
    }

    private static void Register(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic, string text)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal)
            return;
        GenericOrPlainName? method = null;
        if (diagnostic.Properties.ContainsKey(WantsFirst))
        {
            method = GenericOrPlainName.OfCall(literal);
            if (method is not { Text: "Get" or "First" })
                return;
        }

        string title = method is { Text: "Get" } ? $"Take the first of '{text}'" : $"Write '{text}'";
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(Fix(context.Document, root, literal, text, method)), nameof(SelectorCodeFix)),
            diagnostic);
    }

    private static Document Fix(Document document, SyntaxNode root, LiteralExpressionSyntax literal, string text, GenericOrPlainName? method)
    {
        SyntaxToken old = literal.Token;
        SyntaxToken quoted = SyntaxFactory.Literal(text).WithTriviaFrom(old);
        SyntaxToken[] tokens = method is { } call ? [old, call.Identifier] : [old];
        SyntaxNode fixedRoot = root.ReplaceTokens(tokens, (token, _) => token == old ? quoted : SyntaxFactory.Identifier("First").WithTriviaFrom(token));
        return document.WithSyntaxRoot(fixedRoot);
    }
}
