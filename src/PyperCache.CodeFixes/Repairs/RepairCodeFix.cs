using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.CodeFixes.Repairs;

/// <summary>Mends what a generator reports by one change of the text.</summary>
public abstract class RepairCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node is not null && Mend(diagnostic.Id, node, text) is { } repair)
                Register(context, diagnostic, text, repair);
        }
    }

    /// <summary>The change that mends a diagnostic; null when there is no obvious one.</summary>
    private protected abstract TextRepair? Mend(string id, SyntaxNode node, SourceText text);

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SourceText text, TextRepair repair) => context.RegisterCodeFix(
        CodeAction.Create(repair.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(repair.Change))), diagnostic.Id),
        diagnostic);
}
