using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PyperCache.CodeFixes.Repairs;

namespace PyperCache.CodeFixes;

/// <summary>Mends what the generator of models reports, where there is one obvious way to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelCodeFix))]
[Shared]
public sealed class ModelCodeFix : RepairCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PYP0001", "PYP0002", "PYP0009"];

    private protected override TextRepair? Mend(string id, SyntaxNode node, SourceText text) => id == "PYP0009"
        ? Attributes.Remove(node.FirstAncestorOrSelf<AttributeSyntax>(), text)
        : Declarations.MakePartial(node.FirstAncestorOrSelf<TypeDeclarationSyntax>());
}
