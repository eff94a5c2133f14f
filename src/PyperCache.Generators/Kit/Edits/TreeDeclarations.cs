using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Kit.Edits;

/// <summary>What a syntax tree declares for others to name.</summary>
/// <param name="Names">The types, nested ones too; an attribute also by its short name.</param>
/// <param name="Namespaces">The namespaces, dotted.</param>
/// <param name="ReachesAllFiles">Whether it has global usings, or attributes of the assembly or module.</param>
internal sealed record TreeDeclarations(HashSet<string> Names, HashSet<string> Namespaces, bool ReachesAllFiles)
{
    private const string AttributeSuffix = "Attribute";

    public static TreeDeclarations Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        TreeDeclarations result = new([], [], ReachesAll(tree.GetRoot(cancellationToken)));
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            result.Add(node);
        return result;
    }

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case BaseNamespaceDeclarationSyntax outer:
                Namespaces.Add(FullName(outer));
                break;
            case BaseTypeDeclarationSyntax type:
                AddType(type.Identifier.ValueText);
                break;
            case DelegateDeclarationSyntax type:
                AddType(type.Identifier.ValueText);
                break;
            case GlobalStatementSyntax:
                AddType("Program");
                break;
        }
    }

    private void AddType(string name)
    {
        Names.Add(name);
        if (name.Length > AttributeSuffix.Length && name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
            Names.Add(name.Substring(0, name.Length - AttributeSuffix.Length));
    }

    private static string FullName(BaseNamespaceDeclarationSyntax declaration)
    {
        string name = string.Join(".", declaration.Name.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        return declaration.Parent is BaseNamespaceDeclarationSyntax outer ? FullName(outer) + "." + name : name;
    }

    private static bool ReachesAll(SyntaxNode root) =>
        root is not CompilationUnitSyntax unit || unit.AttributeLists.Count > 0 || unit.Usings.Any(static u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));
}
