namespace PyperCache.Http;

/// <summary>A named base address with the client that sends to it.</summary>
internal sealed class Origin(string name, string address, HttpClient client, CachingHandler caching) : IDisposable
{
    /// <summary>The address without a slash at its end.</summary>
    private readonly string _base = BaseOf(address);

    public string Name => name;

    public HttpClient Client => client;

    public CachingHandler Caching => caching;

    /// <summary>The address without a slash at its end and without user info.</summary>
    public static string BaseOf(string address) =>
        new Uri(address).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>The URL of a path below the address.</summary>
    public Uri UrlOf(string path) => new(path.StartsWith('/') ? _base + path : $"{_base}/{path}");

    /// <summary>Whether an absolute URL lies on the same scheme, host and port.</summary>
    public bool Owns(Uri url)
    {
        Uri own = new(_base);
        return url.Scheme == own.Scheme && url.Port == own.Port && url.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => client.Dispose();
}
