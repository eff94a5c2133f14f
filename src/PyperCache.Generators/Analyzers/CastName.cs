using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Parsing.Models;

namespace PyperCache.Generators.Analyzers;

/// <summary>The name that an attribute gives to a type for caches.</summary>
/// <param name="Text">The name.</param>
/// <param name="Type">The type that is remembered under it.</param>
/// <param name="Attribute">Where it is given.</param>
internal sealed record CastName(string Text, ITypeSymbol Type, AttributeData Attribute)
{
    /// <summary>Whether the attribute says it: else it is the full name of the type.</summary>
    public bool IsChosen => Attribute.Named<string>(CastNames.Argument) is not null;

    /// <summary>The file in which it is given.</summary>
    public string File => Attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath ?? "";

    /// <summary>The place in the file.</summary>
    public int Position => Attribute.ApplicationSyntaxReference?.Span.Start ?? 0;

    /// <summary>The argument that gives the name, or the attribute where there is none.</summary>
    public Location Locate(CancellationToken cancellationToken)
    {
        if (Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            return Location.None;
        AttributeArgumentSyntax? argument = syntax.ArgumentList?.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == CastNames.Argument);
        return ((SyntaxNode?)argument ?? syntax).GetLocation();
    }
}
