using OpenMeteo.Models;
using PyperCache.Http;
using Refit;

namespace OpenMeteo.Client;

/// <summary>Finds places by name. They do not move: an answer is good for a month.</summary>
[CacheFor(30 * 86_400)]
public interface IGeocodingApi
{
    [Get("/v1/search?format=json")]
    Task<SearchAnswer> SearchAsync(string name, int count = 1, CancellationToken cancellationToken = default);
}
