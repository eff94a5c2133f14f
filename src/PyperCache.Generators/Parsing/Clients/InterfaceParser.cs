using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Reads the attributes of a client: which interfaces, at which origins.</summary>
internal static class InterfaceParser
{
    public static ImmutableArray<ClientInterface> Read(INamedTypeSymbol client, ImmutableArray<AttributeData> attributes, ClientDiagnosticBag bag)
    {
        ImmutableArray<ClientInterface>.Builder interfaces = ImmutableArray.CreateBuilder<ClientInterface>();
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        foreach (AttributeData attribute in attributes)
        {
            ITypeSymbol given = attribute.AttributeClass!.TypeArguments[0];
            if (given.TypeKind == TypeKind.Error)
                continue; // The compiler says more about it.
            Location location = attribute.LocationOr(client);
            if (!seen.Add(given))
                bag.Report(ClientDiagnostics.GivenTwice, location, client.Name, given.Name);
            else if (FaultOf(given) is { } fault)
                bag.Report(ClientDiagnostics.NoInterface, location, given.Name, fault);
            else
                interfaces.Add(new ClientInterface((INamedTypeSymbol)given, attribute.Named<string>("Origin")));
        }

        return interfaces.ToImmutable();
    }

    private static string? FaultOf(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface)
            return "it is no interface";
        return new ClientInterface((INamedTypeSymbol)type, null).Methods.Any(static m => RefitMethod.Of(m) is not null)
            ? null
            : "none of its methods has an attribute such as [Get(\"/path\")]";
    }
}
