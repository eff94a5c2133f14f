namespace PyperCache.Http;

/// <summary>A named base address with the client that sends to it.</summary>
internal sealed class Origin(string name, string address, HttpClient client, CachingHandler caching) : IDisposable
{
    /// <summary>The address without a slash at its end.</summary>
    private readonly string _base = BaseOf(address);
    private readonly Uri _baseUrl = new(BaseOf(address));

    public string Name => name;

    public HttpClient Client => client;

    public CachingHandler Caching => caching;

    /// <summary>The address without a slash at its end and without user info.</summary>
    public static string BaseOf(string address) =>
        new Uri(address).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>The URL of a path below the address.</summary>
    public Uri UrlOf(string path) => new(path.StartsWith('/') ? _base + path : $"{_base}/{path}");

    /// <summary>Whether an absolute URL lies on this origin.</summary>
    public bool Owns(Uri url) => IsSame(url, _baseUrl);

    /// <summary>Whether two absolute URLs have the same scheme, host and port.</summary>
    public static bool IsSame(Uri a, Uri b) => a.Port == b.Port && a.Scheme == b.Scheme && a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase);

    public void Dispose() => client.Dispose();
}
