using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>Copies requests: a fetch that outlives its first caller must not use what the caller may dispose of.</summary>
internal static class RequestCopy
{
    /// <summary>A copy with headers, options and a body of its own.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The bytes of its body, when it has one.</param>
    public static HttpRequestMessage Of(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        HttpRequestMessage copy = WithoutContent(request);
        RequestState.Find(request)?.CopyTo(copy);
        if (request.Content is { } content)
        {
            copy.Content = new PayloadContent(body);
            foreach (KeyValuePair<string, HeaderStringValues> header in content.Headers.NonValidated)
                copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }

    /// <summary>A copy with headers and options that sends the same content object.</summary>
    public static HttpRequestMessage WithContentOf(HttpRequestMessage request)
    {
        HttpRequestMessage copy = WithoutContent(request);
        copy.Content = request.Content;
        return copy;
    }

    private static HttpRequestMessage WithoutContent(HttpRequestMessage request)
    {
        HttpRequestMessage copy = new(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (KeyValuePair<string, HeaderStringValues> header in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        foreach ((string name, object? value) in request.Options)
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        return copy;
    }
}
