using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Kit;

/// <summary>Where a type stands: its namespace and the chain of partial declarations that lead to it, outermost first, itself last.</summary>
internal sealed record TypeNesting(string Namespace, EquatableArray<TypeHeader> Types, string HintName)
{
    /// <summary>The type itself.</summary>
    public TypeHeader Self => Types[Types.Count - 1];

    public static TypeNesting Of(INamedTypeSymbol type)
    {
        List<TypeHeader> headers = [];
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
            headers.Insert(0, TypeHeader.Of(t));
        return new TypeNesting(type.ContainingNamespace.QualifiedName(), headers.ToEquatableArray(), HintNameOf(type));
    }

    /// <summary>Opens the namespace and every containing type, lets <paramref name="body"/> write inside the type itself, and closes all again.</summary>
    public void Write(SourceWriter writer, string attributes, string bases, Action<SourceWriter> body)
    {
        if (Namespace.Length > 0)
        {
            writer.WriteLine($"namespace {Namespace};");
            writer.WriteLine();
        }

        for (int i = 0; i < Types.Count - 1; i++)
        {
            writer.WriteLine($"partial {Types[i].Declaration}");
            writer.WriteLine("{");
            writer.Indent();
        }

        if (attributes.Length > 0)
            writer.WriteLine(attributes);
        using (writer.Block($"partial {Self.Declaration}{(bases.Length > 0 ? " : " + bases : "")}"))
            body(writer);

        for (int i = 0; i < Types.Count - 1; i++)
        {
            writer.Unindent();
            writer.WriteLine("}");
        }
    }

    /// <summary>Unique per type and readable: namespace, nesting and arity, as in the metadata name.</summary>
    private static string HintNameOf(INamedTypeSymbol type)
    {
        StringBuilder name = new();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
            name.Insert(0, name.Length > 0 ? t.MetadataName + "+" : t.MetadataName);
        if (!type.ContainingNamespace.IsGlobalNamespace)
            name.Insert(0, type.ContainingNamespace.QualifiedName() + ".");
        return name.Replace('`', '-').ToString();
    }
}

/// <summary>One partial declaration: <c>record struct Point&lt;T&gt;</c>, without modifiers.</summary>
internal sealed record TypeHeader(string Name, string Declaration)
{
    public static TypeHeader Of(INamedTypeSymbol type)
    {
        string kind = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        string name = CSharp.Identifier(type.Name);
        string parameters = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(static p => CSharp.Identifier(p.Name)))}>";
        return new TypeHeader(name, $"{kind} {name}{parameters}");
    }

    /// <summary>The first declaration of the type, or of a type around it, that lacks <c>partial</c>; null when all have it.</summary>
    public static TypeDeclarationSyntax? FirstNotPartial(TypeDeclarationSyntax declaration)
    {
        for (SyntaxNode? node = declaration; node is TypeDeclarationSyntax type; node = node.Parent)
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                return type;
        }

        return null;
    }
}
