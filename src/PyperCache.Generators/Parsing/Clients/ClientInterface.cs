using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>A Refit interface of a client, with the origin that its attribute names.</summary>
internal sealed record ClientInterface(INamedTypeSymbol Type, string? Origin)
{
    /// <summary>The interface and those it inherits, itself first, without those that every client has anyway.</summary>
    public IEnumerable<INamedTypeSymbol> AllParts => new[] { Type }.Concat(Type.AllInterfaces)
        .Where(static i => i.ToDisplayString() is not ("System.IDisposable" or "System.IAsyncDisposable"));

    /// <summary>The methods that an implementation must have, each with the interface that declares it.</summary>
    public IEnumerable<IMethodSymbol> Methods => AllParts
        .SelectMany(static i => i.GetMembers().OfType<IMethodSymbol>())
        .Where(static m => m is { IsStatic: false, IsAbstract: true, MethodKind: MethodKind.Ordinary });
}
