using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PyperCache.CodeFixes;
using PyperCache.Generators.Analyzers;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Analyzers;

/// <summary>Runs the analyzer, and its code fix, over the body of a method that has a query <c>q</c>, or over members.</summary>
/// <remarks>It stands in for Microsoft's testing package, which needs some twenty packages more.</remarks>
internal static class SelectorVerifier
{
    /// <summary>Checks that the diagnostics are those marked: <c>{|PYP0500:…|}</c>.</summary>
    public static async Task CheckAsync(string body)
    {
        var source = new MarkedSource(Wrap(body));
        using var workspace = new AdhocWorkspace();
        ImmutableArray<Diagnostic> found = await FindAsync(Open(workspace, source.Text));
        Assert.That(found.Select(d => (d.Id, d.Location.SourceSpan)), Is.EquivalentTo(source.Expected), string.Join('\n', found));
    }

    /// <summary>Checks that the code fixes of all diagnostics, one after the other, make the one text of the other.</summary>
    public static async Task CheckFixAsync(string body, string fixedBody)
    {
        await CheckAsync(body);
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, new MarkedSource(Wrap(body)).Text);
        while (await FixOneAsync(document) is { } mended)
            document = mended;
        Assert.That((await document.GetTextAsync()).ToString(), Is.EqualTo(new MarkedSource(Wrap(fixedBody)).Text));
    }

    private static async Task<Document?> FixOneAsync(Document document)
    {
        foreach (Diagnostic diagnostic in await FindAsync(document))
        {
            var actions = new List<CodeAction>();
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
            await new SelectorCodeFix().RegisterCodeFixesAsync(context);
            if (actions.Count == 0)
                continue;
            ImmutableArray<CodeActionOperation> operations = await actions.Single().GetOperationsAsync(CancellationToken.None);
            return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id);
        }

        return null;
    }

    private static Document Open(AdhocWorkspace workspace, string text) => workspace.AddProject("Test", LanguageNames.CSharp)
        .WithMetadataReferences(References.All)
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
        .AddDocument("Test.cs", text);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new SelectorAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return found.Sort((a, b) => a.Location.SourceSpan.CompareTo(b.Location.SourceSpan));
    }

    private static string Wrap(string body) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using PyperCache.Models;
        using PyperCache.Query;
        [AttributeUsage(AttributeTargets.Parameter)]
        public sealed class ListedAttribute(string[] texts) : Attribute { public string[] Texts => texts; }
        public class C
        {
            private const string Constant = "a.";
            {{(body.StartsWith('[') ? body : "void M(JsonInjester q) { " + body + " }")}}
            static void Listed([Listed(["a"])] int i) { }
            static void Mine([StringSyntax("PyperSelector")] string selector) { }
        }
        """;
}
