using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.CodeFixes.Repairs;

/// <summary>The name of a method in a call, with or without type arguments.</summary>
/// <param name="Identifier">The token of the name.</param>
internal readonly record struct GenericOrPlainName(SyntaxToken Identifier)
{
    public string Text => Identifier.ValueText;

    /// <summary>The name in the call of which an expression is an argument; null when it is none.</summary>
    public static GenericOrPlainName? OfCall(ExpressionSyntax argument)
    {
        if (argument.Parent?.Parent?.Parent is not InvocationExpressionSyntax invocation)
            return null;
        SimpleNameSyntax? name = invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is null ? null : new GenericOrPlainName(name.Identifier);
    }
}
