using System.Security.Cryptography;
using System.Text;

namespace PyperCache.Http;

/// <summary>
/// Makes the key of a request: client, origin, method, URL with its query in canonical order, and hashes of the body and of everything
/// that says who asks. Equal requests of one user have equal keys; requests of two users never have.
/// </summary>
internal sealed class CacheKey(string client, string origin, UrlRedactor redactor, CredentialSource credentials)
{
    private readonly string _prefix = $"{client}:{origin}:";

    /// <summary>How all keys of GETs of this client and origin begin; the URL follows.</summary>
    public string GetPrefix { get; } = $"{client}:{origin}:GET ";

    /// <summary>The key. The URL in it is absolute when the request's is.</summary>
    /// <param name="request">The request with all its headers.</param>
    /// <param name="body">Its body; empty for none.</param>
    public string Of(HttpRequestMessage request, ReadOnlySpan<byte> body)
    {
        Uri uri = request.RequestUri!;
        StringBuilder key = new(_prefix, 160);
        key.Append(request.Method.Method).Append(' ');
        AppendUrl(key, uri);
        if (!body.IsEmpty)
            key.Append(" body=").Append(Hash(body));
        if (credentials.Describe(request) is { } who)
            key.Append(" as=").Append(Hash(who));
        return key.ToString();
    }

    /// <summary>The path and query inside a key made by this object, or null for other keys.</summary>
    public string? PathOf(string key)
    {
        if (!key.StartsWith(GetPrefix, StringComparison.Ordinal))
            return null;
        int end = key.IndexOf(' ', GetPrefix.Length);
        string url = end < 0 ? key[GetPrefix.Length..] : key[GetPrefix.Length..end];
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        int path = scheme < 0 ? 0 : url.IndexOf('/', scheme + 3);
        return path < 0 ? null : url[path..];
    }

    /// <summary>Whether a header's value is in the key already, or makes no difference to what is cached.</summary>
    /// <param name="name">Its name, in lower case.</param>
    public bool Covers(string name) => name == "accept-encoding" || credentials.Reads(name);

    /// <summary>A text as it may stand in a file.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private void AppendUrl(StringBuilder key, Uri uri)
    {
        string url = uri.IsAbsoluteUri
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped)
            : uri.OriginalString;
        int query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || query == url.Length - 1)
        {
            key.Append(url.AsSpan().TrimEnd('?'));
            return;
        }

        key.Append(url, 0, query + 1);
        AppendQuery(key, url[(query + 1)..]);
    }

    /// <summary>Sorts by name and keeps the order of the values of one name: servers may read meaning into that, never into the other.</summary>
    private void AppendQuery(StringBuilder key, string query)
    {
        List<(string Name, string Pair)> pairs = [];
        foreach (Range part in query.AsSpan().Split('&'))
        {
            string pair = query[part];
            if (pair.Length == 0)
                continue;
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? pair : pair[..equals];
            pairs.Add((name, equals >= 0 && redactor.IsSecret(name) ? $"{name}=*{Hash(pair[(equals + 1)..])}" : pair));
        }

        if (pairs.Count > 1)
            pairs = [.. pairs.OrderBy(static p => p.Name, StringComparer.Ordinal)];
        for (int i = 0; i < pairs.Count; i++)
        {
            if (i > 0)
                key.Append('&');
            key.Append(pairs[i].Pair);
        }
    }

    private static string Hash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
