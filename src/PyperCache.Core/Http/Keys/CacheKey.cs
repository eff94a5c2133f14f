using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PyperCache.Http;

/// <summary>
/// Makes the key of a request: client, origin, method, URL with its query in canonical order, and hashes of the body and of everything
/// that says who asks. Equal requests of one user have equal keys; requests of two users never have.
/// </summary>
internal sealed class CacheKey(string client, string origin, UrlRedactor redactor, CredentialSource credentials)
{
    private const int UsualLength = 256;

    private readonly string _prefix = $"{client}:{origin}:";

    /// <summary>How all keys of GETs of this client and origin begin; the URL follows.</summary>
    public string GetPrefix { get; } = $"{client}:{origin}:GET ";

    /// <summary>The key. The URL in it is absolute when the request's is.</summary>
    /// <param name="request">The request with all its headers.</param>
    /// <param name="body">Its body; empty for none.</param>
    public string Of(HttpRequestMessage request, ReadOnlySpan<byte> body)
    {
        DefaultInterpolatedStringHandler key = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[UsualLength]);
        key.AppendLiteral(_prefix);
        key.AppendLiteral(request.Method.Method);
        key.AppendLiteral(" ");
        AppendUrl(ref key, request.RequestUri!);
        if (!body.IsEmpty)
        {
            key.AppendLiteral(" body=");
            key.AppendLiteral(Hash(body));
        }

        if (credentials.Describe(request) is { } who)
        {
            key.AppendLiteral(" as=");
            key.AppendLiteral(Hash(who));
        }

        return key.ToStringAndClear();
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

    private void AppendUrl(ref DefaultInterpolatedStringHandler key, Uri uri)
    {
        ReadOnlySpan<char> url = uri.IsAbsoluteUri
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped)
            : uri.OriginalString;
        int query = url.IndexOf('?');
        if (query < 0 || query == url.Length - 1)
        {
            key.AppendFormatted(url.TrimEnd('?'));
            return;
        }

        key.AppendFormatted(url[..(query + 1)]);
        AppendQuery(ref key, url[(query + 1)..]);
    }

    /// <summary>Sorts by name and keeps the order of the values of one name: servers may read meaning into that, never into the other.</summary>
    private void AppendQuery(ref DefaultInterpolatedStringHandler key, ReadOnlySpan<char> query)
    {
        if (!query.Contains('&'))
        {
            AppendPair(ref key, query);
            return;
        }

        bool isFirst = true;
        foreach (string pair in query.ToString().Split('&', StringSplitOptions.RemoveEmptyEntries).OrderBy(static p => NameOf(p).ToString(), StringComparer.Ordinal))
        {
            if (!isFirst)
                key.AppendLiteral("&");
            isFirst = false;
            AppendPair(ref key, pair);
        }
    }

    private void AppendPair(ref DefaultInterpolatedStringHandler key, ReadOnlySpan<char> pair)
    {
        ReadOnlySpan<char> name = NameOf(pair);
        if (name.Length == pair.Length || !redactor.IsSecret(name))
        {
            key.AppendFormatted(pair);
            return;
        }

        key.AppendFormatted(name);
        key.AppendLiteral("=*");
        key.AppendLiteral(Hash(pair[(name.Length + 1)..].ToString()));
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> pair)
    {
        int equals = pair.IndexOf('=');
        return equals < 0 ? pair : pair[..equals];
    }

    private static string Hash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
