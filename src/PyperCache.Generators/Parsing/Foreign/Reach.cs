using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Parsing.Foreign;

/// <summary>What generated code of an assembly can name.</summary>
internal static class Reach
{
    public static bool CanName(INamedTypeSymbol type, IAssemblySymbol from)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (!CanCall(t, from) || t.IsFileLocal || !t.TypeArguments.OfType<INamedTypeSymbol>().All(argument => CanName(argument, from)))
                return false;
        }

        return true;
    }

    public static bool CanCall(ISymbol symbol, IAssemblySymbol from) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, from) || symbol.ContainingAssembly.GivesAccessTo(from),
        _ => false,
    };
}
