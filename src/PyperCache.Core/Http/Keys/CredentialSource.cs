using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PyperCache.Http;

/// <summary>Everything in a request that says who asks: headers, what the handler adds on its own, and what the program knows.</summary>
/// <param name="keyHeaders">Names of further headers that make answers differ.</param>
/// <param name="handler">What the handler below adds.</param>
/// <param name="identity">Who asks, as the program knows it; null when the request says it all.</param>
internal sealed class CredentialSource(IEnumerable<string> keyHeaders, HandlerIdentity handler, Func<HttpRequestMessage, string?>? identity)
{
    private readonly string[] _names = [.. keyHeaders.Concat(["Authorization", "Cookie", "Proxy-Authorization"])
        .Select(static n => n.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the header, by its name in lower case, is one of those that tell users apart.</summary>
    public bool Reads(string name) => Array.IndexOf(_names, name) >= 0;

    /// <summary>A text that is the same for the same user and different for different ones; null when the request is anonymous. Never to be stored.</summary>
    public string? Describe(HttpRequestMessage request)
    {
        StringBuilder? text = null;
        HttpHeadersNonValidated headers = request.Headers.NonValidated;
        foreach (string name in headers.Count == 0 ? [] : _names)
        {
            if (headers.TryGetValues(name, out HeaderStringValues values))
                Append(ref text, name, values.ToString());
        }

        if (request.RequestUri is { IsAbsoluteUri: true } uri)
            AppendWhatTheHandlerAdds(ref text, uri);
        if (identity is not null)
            Append(ref text, "identity", identity(request) ?? "");
        return text?.ToString();
    }

    private void AppendWhatTheHandlerAdds(ref StringBuilder? text, Uri uri)
    {
        Append(ref text, "userinfo", uri.UserInfo);
        if (handler.Cookies is { Count: > 0 } cookies)
            Append(ref text, "jar", cookies.GetCookieHeader(uri));
        if (handler.Credentials?.GetCredential(uri, "Basic") is { } known)
            Append(ref text, "network", $"{known.Domain}\n{known.UserName}\n{known.Password}");
        if (handler.Certificates is { Count: > 0 } certificates)
            Append(ref text, "certificates", string.Join('\n', certificates.Cast<X509Certificate>().Select(static c => c.GetCertHashString(HashAlgorithmName.SHA256))));
    }

    private static void Append(ref StringBuilder? text, string name, string value)
    {
        if (value.Length == 0)
            return;

        // Lengths, so that no value can pretend to be two.
        (text ??= new StringBuilder()).Append(name).Append(':').Append(value.Length).Append(':').Append(value).Append('\n');
    }
}
