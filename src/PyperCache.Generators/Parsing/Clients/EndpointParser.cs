using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>Resolves the policy of every endpoint of a client.</summary>
internal static class EndpointParser
{
    public static ImmutableArray<EndpointSpec> Read(ImmutableArray<ClientInterface> interfaces, ClientDiagnosticBag bag, CancellationToken cancellationToken)
    {
        Dictionary<(string, string, string), EndpointSpec> endpoints = [];
        foreach (ClientInterface @interface in interfaces)
        {
            foreach (IMethodSymbol method in @interface.Methods)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (RefitMethod.Of(method) is not { } refit)
                    continue;
                EndpointSpec endpoint = new(
                    CSharp.Name(@interface.Type), method.Name, refit.TemplateFor(@interface.Type), PolicyParser.Read(@interface, method, refit, bag));
                (string, string, string) key = (endpoint.Interface, endpoint.Method, endpoint.Template);
                if (!endpoints.TryGetValue(key, out EndpointSpec? other))
                    endpoints.Add(key, endpoint);
                else if (!other.Equals(endpoint))
                    bag.Report(ClientDiagnostics.PoliciesDiffer, method.Locations[0], method.Name, endpoint.Template);
            }
        }

        CheckTags(interfaces, endpoints.Values, bag);
        return [.. endpoints.Values];
    }

    private static void CheckTags(ImmutableArray<ClientInterface> interfaces, IEnumerable<EndpointSpec> endpoints, ClientDiagnosticBag bag)
    {
        HashSet<string> tags = [.. endpoints.SelectMany(static e => e.Policy.Tags)];
        foreach (IMethodSymbol method in interfaces.SelectMany(static i => i.Methods))
        {
            foreach (AttributeData attribute in method.GetAttributes().Where(static a => a.AttributeClass?.DefinitionName() == Names.InvalidatesAttribute))
            {
                foreach (string target in attribute.Texts().Where(t => !t.StartsWith("/", StringComparison.Ordinal) && !tags.Contains(t)))
                    bag.Report(ClientDiagnostics.UnknownTag, attribute.LocationOr(method), method.Name, target, bag.TypeName);
            }
        }
    }
}
