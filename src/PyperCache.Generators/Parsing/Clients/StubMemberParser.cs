using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Decides which members a client gets, and whether under its own name or under the interface's.</summary>
internal static class StubMemberParser
{
    public static IEnumerable<StubSpec> Read(INamedTypeSymbol client, ImmutableArray<ClientInterface> interfaces)
    {
        HashSet<string> taken = [.. client.GetMembers().Concat(client.BaseTypes().SelectMany(static b => b.GetMembers())).Where(static m => !m.IsImplicitlyDeclared).Select(SignatureOf)];
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (ClientInterface @interface in interfaces)
        {
            List<StubMemberSpec> members = [];
            foreach (ISymbol member in @interface.AllParts.SelectMany(static i => i.GetMembers()).Where(IsToImplement))
            {
                if (written.Add(member) && client.FindImplementationForInterfaceMember(member) is null && !IsWrittenByHand(client, member))
                    members.Add(Write(member, isExplicit: !taken.Add(SignatureOf(member))));
            }

            yield return new StubSpec(CSharp.Name(@interface.Type), @interface.Origin, members.ToEquatableArray());
        }
    }

    private static bool IsToImplement(ISymbol member) =>
        member is { IsStatic: false, IsAbstract: true } and (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false });

    /// <summary>Whether the class has a public member that implements this one: what the user wrote stands.</summary>
    private static bool IsWrittenByHand(INamedTypeSymbol client, ISymbol member) =>
        client.GetMembers(member.Name).Any(m => m.DeclaredAccessibility == Accessibility.Public && !m.IsStatic && SignatureOf(m) == SignatureOf(member)
            && SymbolEqualityComparer.Default.Equals(TypeOf(m), TypeOf(member)));

    private static StubMemberSpec Write(ISymbol member, bool isExplicit)
    {
        string owner = CSharp.Name(member.ContainingType);
        string prefix = isExplicit ? owner + "." : "";
        string modifiers = isExplicit ? "" : "public ";
        if (member is IMethodSymbol method)
        {
            // An explicit implementation inherits its constraints and may not repeat them.
            return new StubMemberSpec(modifiers + Signatures.Head(method, prefix), isExplicit ? "" : Signatures.Constraints(method), Signatures.Call(method), null, false, false, owner);
        }

        IPropertySymbol property = (IPropertySymbol)member;
        string name = CSharp.Identifier(property.Name);
        return new StubMemberSpec($"{modifiers}{CSharp.Name(property.Type)} {prefix}{name}", "", null, name, property.GetMethod is not null, property.SetMethod is not null, owner);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static string SignatureOf(ISymbol member) => member is IMethodSymbol method ? Signatures.Key(method) : member.Name;
}
