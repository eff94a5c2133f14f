using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PyperCache.CodeFixes.Repairs;

/// <summary>Changes of a type's declaration.</summary>
internal static class Declarations
{
    public static TextRepair? MakePartial(TypeDeclarationSyntax? type) => type is null
        ? null
        : new TextRepair($"Make '{type.Identifier.ValueText}' partial", new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));

    /// <summary>Gives a class the base that clients have. Not when it has constructors, which would have to hand options on to that base.</summary>
    public static TextRepair? DeriveFromWrapper(ClassDeclarationSyntax? type)
    {
        if (type is null || type.ParameterList is not null || type.Members.OfType<ConstructorDeclarationSyntax>().Any() || HasBaseClass(type))
            return null;
        const string Parameters = "(ApiWrapperOptions options)";
        const string Base = "ApiWrapper(options)";
        int end = type.TypeParameterList?.Span.End ?? type.Identifier.Span.End;
        TextChange change = type.BaseList is { } bases
            ? new TextChange(TextSpan.FromBounds(end, bases.Types.First().SpanStart), $"{Parameters} : {Base}, ")
            : new TextChange(new TextSpan(end, 0), $"{Parameters} : {Base}");
        return new TextRepair($"Derive '{type.Identifier.ValueText}' from ApiWrapper", change);
    }

    /// <summary>By the names of its bases: an interface begins with an I and another capital.</summary>
    private static bool HasBaseClass(ClassDeclarationSyntax type)
    {
        string? first = type.BaseList?.Types.First().Type.ToString().Split('.', ':').Last();
        return first is not null && !(first.Length > 1 && first[0] == 'I' && char.IsUpper(first[1]));
    }
}
