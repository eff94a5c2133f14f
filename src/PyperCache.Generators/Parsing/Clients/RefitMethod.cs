using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>What Refit's attribute on a method says.</summary>
internal sealed record RefitMethod(string Verb, string Path)
{
    private const string Suffix = "Attribute";

    public bool IsGet => Verb == "GET";

    /// <summary>Null when the method has no such attribute.</summary>
    public static RefitMethod? Of(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !type.BaseTypes().Any(static b => b.DefinitionName() == Names.RefitHttpMethodAttribute))
                continue;
            string name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - Suffix.Length) : type.Name;
            return new RefitMethod(name.ToUpperInvariant(), attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "");
        }

        return null;
    }

    /// <summary>The path template as Refit marks requests with it: behind the prefix of the interface that the client was made for.</summary>
    public string TemplateFor(INamedTypeSymbol client)
    {
        string prefix = (client.FindAttribute(Names.RefitPathPrefixAttribute)?.ConstructorArguments.FirstOrDefault().Value as string ?? "").TrimEnd('/');
        if (prefix.Length == 0)
            return Path;
        string rest = Path.TrimStart('/');
        return rest.Length == 0 ? prefix : prefix + "/" + rest;
    }
}
