using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Reads what goes into the interface that is generated for a client.</summary>
internal static class ClientInterfaceParser
{
    public static ClientInterfaceSpec? Read(INamedTypeSymbol client, ImmutableArray<AttributeData> attributes, ImmutableArray<ClientInterface> interfaces)
    {
        if (NameOf(client, attributes) is not { } name)
            return null;
        bool isPublic = IsPublic(client) && interfaces.All(static i => IsPublic(i.Type));
        HashSet<string> inherited = [.. interfaces.SelectMany(static i => i.AllParts).SelectMany(static i => i.GetMembers().OfType<IMethodSymbol>()).Select(static m => Signatures.Key(m))];
        List<InterfaceMethodSpec> methods = [];
        foreach (IMethodSymbol method in OwnMethods(client))
        {
            // What the class implements by hand, and what a nearer class hides, is there already.
            if (inherited.Add(Signatures.Key(method)))
                methods.Add(new InterfaceMethodSpec(Documentation(method).ToEquatableArray(), Signatures.Head(method, "") + Signatures.Constraints(method) + ";"));
        }

        return new ClientInterfaceSpec(
            name, isPublic ? "public" : "internal", client.Name, interfaces.Select(static i => CSharp.Name(i.Type)).ToEquatableArray(), methods.ToEquatableArray());
    }

    private static string? NameOf(INamedTypeSymbol client, ImmutableArray<AttributeData> attributes)
    {
        string name = "I" + client.Name;
        foreach (KeyValuePair<string, TypedConstant> argument in attributes.SelectMany(static a => a.NamedArguments).Where(static a => a.Key == "Interface"))
        {
            if (argument.Value.Value is not string given)
                return null;
            if (given.Length > 0)
                name = given;
        }

        return name;
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType)) && type.TypeArguments.OfType<INamedTypeSymbol>().All(IsPublic);

    /// <summary>The public methods of the class and of bases that users wrote, without those that ApiWrapper or object have.</summary>
    private static IEnumerable<IMethodSymbol> OwnMethods(INamedTypeSymbol client) =>
        new[] { client }.Concat(client.BaseTypes().TakeWhile(static b => b.DefinitionName() != Names.ApiWrapper))
            .SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>())
            .Where(static m => m is { IsStatic: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary });

    /// <summary>The documentation comment of the method, as far as the compiler was asked to read it.</summary>
    private static List<string> Documentation(IMethodSymbol method)
    {
        string? xml = method.GetDocumentationCommentXml(expandIncludes: false);
        if (string.IsNullOrWhiteSpace(xml))
            return [$"<inheritdoc cref=\"{method.GetDocumentationCommentId()}\"/>"];
        try
        {
            return [.. XElement.Parse(xml, LoadOptions.None).Elements()
                .SelectMany(static e => e.ToString(SaveOptions.None).Replace("\r", "").Split('\n'))
                .Select(static l => l.Trim())
                .Where(static l => l.Length > 0)];
        }
        catch (System.Xml.XmlException)
        {
            // A comment that is no XML is the compiler's to report, where it stands.
            return [];
        }
    }
}
