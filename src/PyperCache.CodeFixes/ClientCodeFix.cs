using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PyperCache.CodeFixes.Repairs;

namespace PyperCache.CodeFixes;

/// <summary>Mends what the generator of clients reports, where there is one obvious way to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientCodeFix))]
[Shared]
public sealed class ClientCodeFix : RepairCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["PYP0300", "PYP0301", "PYP0302", "PYP0305", "PYP0306", "PYP0307", "PYP0309", "PYP0310"];

    private protected override TextRepair? Mend(string id, SyntaxNode node, SourceText text) => id switch
    {
        "PYP0300" or "PYP0301" => Declarations.MakePartial(node.FirstAncestorOrSelf<TypeDeclarationSyntax>()),
        "PYP0302" => Declarations.DeriveFromWrapper(node.FirstAncestorOrSelf<ClassDeclarationSyntax>()),
        "PYP0307" => Attributes.SayNoCache(node.FirstAncestorOrSelf<AttributeSyntax>()),
        _ => Attributes.Remove(node.FirstAncestorOrSelf<AttributeSyntax>(), text),
    };
}
