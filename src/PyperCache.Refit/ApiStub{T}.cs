using System.ComponentModel;
using Refit;

namespace PyperCache.Http;

/// <summary>Refit's implementation of an interface over a client's pipeline, made at first use. Generated clients have one for each interface.</summary>
/// <param name="origin">The origin that its requests go to; null for the client's default.</param>
/// <remarks>Infrastructure for generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiStub<T>(string? origin)
    where T : class
{
    private T? _stub;

    /// <summary>The implementation.</summary>
    /// <param name="client">The client that it belongs to, always the same.</param>
    /// <param name="configure">Changes Refit's settings before they are used; null for none.</param>
    public T Get(ApiWrapper client, Action<ApiWrapper, RefitSettings>? configure = null) => _stub ?? Create(client, configure);

    private T Create(ApiWrapper client, Action<ApiWrapper, RefitSettings>? configure)
    {
        ArgumentNullException.ThrowIfNull(client);
        RefitSettings settings = ApiRefitSettings.For(client.Faults);
        configure?.Invoke(client, settings);
        ApiRefitSettings.TellReader(settings);
        T stub = RestService.ForGenerated<T>(client.GetHttpClient(origin), settings);
        return Interlocked.CompareExchange(ref _stub, stub, null) ?? stub;
    }
}
