using System.Text;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Foreign;

/// <summary>Names of the files of closed types.</summary>
internal static class HintNames
{
    /// <summary>The name of the type, made of characters that a file name may have.</summary>
    public static string Of(ITypeSymbol type)
    {
        StringBuilder name = new();
        foreach (char c in CSharp.Name(type).Replace("global::", ""))
            name.Append(char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-');
        return name.ToString();
    }
}
