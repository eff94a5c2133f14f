using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Tells from a method's return type what its caller gets of an answer, as members of the runtime's ResponseKind.</summary>
internal static class ResponseKinds
{
    public const string Unknown = nameof(Unknown);
    public const string Value = nameof(Value);
    public const string Wrapped = nameof(Wrapped);
    public const string Content = nameof(Content);
    public const string Sequence = nameof(Sequence);

    public static string Of(ITypeSymbol type) => type.DefinitionName() switch
    {
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => Value,
        "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" or "System.IObservable`1" => OfResult(((INamedTypeSymbol)type).TypeArguments[0]),
        "System.Collections.Generic.IAsyncEnumerable`1" => Sequence,
        _ => Unknown,
    };

    private static string OfResult(ITypeSymbol type) => type.DefinitionName() switch
    {
        "System.Net.Http.HttpResponseMessage" or "System.Net.Http.HttpContent" or "System.IO.Stream" => Content,
        "Refit.ApiResponse`1" or "Refit.IApiResponse`1" => OfResult(((INamedTypeSymbol)type).TypeArguments[0]) == Content ? Content : Wrapped,
        "Refit.IApiResponse" => Wrapped,
        _ => Value,
    };
}
