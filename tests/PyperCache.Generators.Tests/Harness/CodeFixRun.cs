using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PyperCache.Generators.Tests.Harness;

/// <summary>Applies what an editor offers for the diagnostics of a generator, until there is nothing left to offer.</summary>
internal static class CodeFixRun
{
    /// <summary>The code after all fixes, and the diagnostics that are left.</summary>
    public static async Task<(string Code, ImmutableArray<Diagnostic> Left)> FixAsync(string code, IIncrementalGenerator generator, CodeFixProvider fix)
    {
        using AdhocWorkspace workspace = new();
        Document document = workspace.AddProject("Test", LanguageNames.CSharp).AddDocument("Source0.cs", code);
        while (true)
        {
            string text = (await document.GetTextAsync()).ToString();
            ImmutableArray<Diagnostic> found = GeneratorHarness.Run(generator, expectErrors: true, text).Diagnostics;
            if (await FixFirstAsync(document, found, fix) is not { } mended)
                return (text, found);
            document = mended;
        }
    }

    private static async Task<Document?> FixFirstAsync(Document document, ImmutableArray<Diagnostic> found, CodeFixProvider fix)
    {
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        foreach (Diagnostic diagnostic in found)
        {
            // The generator ran on a tree of its own with the same text.
            Diagnostic here = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan));
            List<CodeAction> actions = [];
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, here, (action, _) => actions.Add(action), CancellationToken.None));
            if (actions.Count == 0)
                continue;
            ImmutableArray<CodeActionOperation> operations = await actions.Single().GetOperationsAsync(CancellationToken.None);
            return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id);
        }

        return null;
    }
}
