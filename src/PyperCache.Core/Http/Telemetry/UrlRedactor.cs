using System.Text;

namespace PyperCache.Http;

/// <summary>Makes URLs fit to be shown: without user info and fragment, and with the values of secret query parameters replaced.</summary>
internal sealed class UrlRedactor(IEnumerable<string> secretNames)
{
    private readonly HashSet<string> _secretNames = new(secretNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>The URL for logs, messages and exceptions.</summary>
    public string Redact(Uri? uri)
    {
        if (uri is null)
            return "";
        if (!uri.IsAbsoluteUri)
            return RedactQuery(uri.OriginalString);
        return RedactQuery(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped));
    }

    /// <summary>Whether the value of the query parameter must not be shown or stored.</summary>
    public bool IsSecret(ReadOnlySpan<char> escapedName) =>
        _secretNames.Count > 0 && _secretNames.Contains(Uri.UnescapeDataString(escapedName.ToString().Replace('+', ' ')));

    private string RedactQuery(string url)
    {
        int query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 || _secretNames.Count == 0)
            return url;
        StringBuilder text = new(url, 0, query + 1, url.Length);
        foreach (Range part in url.AsSpan(query + 1).Split('&'))
        {
            ReadOnlySpan<char> pair = url.AsSpan(query + 1)[part];
            int equals = pair.IndexOf('=');
            if (text.Length > query + 1)
                text.Append('&');
            if (equals >= 0 && IsSecret(pair[..equals]))
                text.Append(pair[..(equals + 1)]).Append("***");
            else
                text.Append(pair);
        }

        return text.ToString();
    }
}
