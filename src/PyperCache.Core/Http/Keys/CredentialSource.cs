using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PyperCache.Http;

/// <summary>Everything in a request that says who asks: headers, and what the handler will add on its own (cookies, network credentials).</summary>
/// <param name="keyHeaders">Names of further headers that make answers differ.</param>
/// <param name="cookies">The jar of the handler below, or null.</param>
/// <param name="network">The credentials of the handler below, or null.</param>
internal sealed class CredentialSource(IEnumerable<string> keyHeaders, CookieContainer? cookies, ICredentials? network)
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
        foreach (string name in _names)
        {
            if (headers.TryGetValues(name, out HeaderStringValues values))
                Append(ref text, name, values.ToString());
        }

        if (request.RequestUri is { IsAbsoluteUri: true } uri)
        {
            Append(ref text, "userinfo", uri.UserInfo);
            if (cookies is { Count: > 0 })
                Append(ref text, "jar", cookies.GetCookieHeader(uri));
            if (network?.GetCredential(uri, "Basic") is { } known)
                Append(ref text, "network", $"{known.Domain}\n{known.UserName}\n{known.Password}");
        }

        return text?.ToString();
    }

    private static void Append(ref StringBuilder? text, string name, string value)
    {
        if (value.Length == 0)
            return;

        // Lengths, so that no value can pretend to be two.
        (text ??= new StringBuilder()).Append(name).Append(':').Append(value.Length).Append(':').Append(value).Append('\n');
    }
}
