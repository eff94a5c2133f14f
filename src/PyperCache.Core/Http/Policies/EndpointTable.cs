using System.Collections.Frozen;

namespace PyperCache.Http;

/// <summary>The endpoints of a client, found by the marks that Refit leaves on its requests. The generator writes one for each client class.</summary>
public sealed class EndpointTable
{
    private static readonly HttpRequestOptionsKey<Type> s_interface = new("Refit.InterfaceType");
    private static readonly HttpRequestOptionsKey<string> s_method = new("Refit.MethodName");
    private static readonly HttpRequestOptionsKey<string> s_template = new("Refit.RelativePathTemplate");

    private readonly FrozenDictionary<(Type Interface, string Method, string Template), Endpoint> _endpoints;

    /// <summary>Creates a table. Of two endpoints with the same three names the first counts.</summary>
    public EndpointTable(params ReadOnlySpan<Endpoint> endpoints)
    {
        Dictionary<(Type, string, string), Endpoint> byName = new(endpoints.Length);
        foreach (Endpoint endpoint in endpoints)
            byName.TryAdd((endpoint.Interface, endpoint.Method, endpoint.Template), endpoint);
        _endpoints = byName.ToFrozenDictionary();
    }

    /// <summary>A table without endpoints.</summary>
    public static EndpointTable Empty { get; } = new();

    /// <summary>All endpoints, in no particular order.</summary>
    public IReadOnlyCollection<Endpoint> Endpoints => _endpoints.Values;

    /// <summary>The endpoint that the request was made by, or null when it carries no marks or they are not in the table.</summary>
    public Endpoint? Find(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _endpoints.Count > 0
            && request.Options.TryGetValue(s_interface, out Type? type)
            && request.Options.TryGetValue(s_method, out string? method)
            && request.Options.TryGetValue(s_template, out string? template)
            ? _endpoints.GetValueOrDefault((type, method, template))
            : null;
    }
}
