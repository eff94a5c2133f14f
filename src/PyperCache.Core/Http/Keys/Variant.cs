using System.Net.Http.Headers;
using System.Text;

namespace PyperCache.Http;

/// <summary>The request headers that an answer depends on by its <c>Vary</c>, each with a hash of the value that it was fetched with.</summary>
/// <param name="headers">Lower-case names in order, with hashes; an empty text for a header that the request did not have.</param>
internal sealed class Variant(IReadOnlyList<KeyValuePair<string, string>> headers)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers => headers;

    /// <summary>Whether the answer depends on more than can be known from a request.</summary>
    public bool IsUnknowable => headers.Any(static h => h.Key == "*");

    /// <summary>The variant that an answer to a request is; null when it depends on nothing beyond its key.</summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="isInKey">Whether answers are told apart by a header anyway.</param>
    public static Variant? Of(HttpRequestMessage request, HttpResponseMessage answer, Func<string, bool> isInKey)
    {
        if (!answer.Headers.NonValidated.Contains("Vary"))
            return null;
        string[] names = [.. answer.Headers.Vary.Select(static n => n.ToLowerInvariant()).Where(n => !isInKey(n)).Distinct().Order(StringComparer.Ordinal)];
        return names.Length == 0 ? null : new Variant([.. names.Select(n => KeyValuePair.Create(n, HashOf(request, n)))]);
    }

    /// <summary>Whether the answer is one to this request too.</summary>
    public bool Fits(HttpRequestMessage request)
    {
        foreach ((string name, string hash) in headers)
        {
            if (HashOf(request, name) != hash)
                return false;
        }

        return true;
    }

    /// <summary>The key for the variant of another request.</summary>
    /// <param name="key">The key of all variants.</param>
    /// <param name="request">The request.</param>
    public string KeyFor(string key, HttpRequestMessage request) =>
        $"{key} vary={CacheKey.Hash(string.Join('\n', headers.Select(h => h.Key + ":" + HashOf(request, h.Key))))}";

    private static string HashOf(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? CacheKey.Hash(values.ToString()) : "";
}
