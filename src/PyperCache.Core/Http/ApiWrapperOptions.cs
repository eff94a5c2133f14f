using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace PyperCache.Http;

/// <summary>How an <see cref="ApiWrapper"/> works. Read once, at the client's first use.</summary>
public sealed class ApiWrapperOptions
{
    /// <summary>Named base addresses: absolute http or https URLs, with or without a slash at the end. At least one.</summary>
    public IDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The origin that requests go to when they name none. May be null when there is only one.</summary>
    public string? DefaultOrigin { get; set; }

    /// <summary>The cache file; its extension picks the format. Null, the default: no cache.</summary>
    public string? CachePath { get; set; }

    /// <summary>How the cache of <see cref="CachePath"/> is opened; null for its defaults.</summary>
    public CacheOptions? CacheOptions { get; set; }

    /// <summary>A cache that others use too, instead of <see cref="CachePath"/>. The client does not close it.</summary>
    public Cache? Cache { get; set; }

    /// <summary>Whether the cache is used at all. Default: true.</summary>
    public bool EnableCache { get; set; } = true;

    /// <summary>Whether the cache is a recording that is made, or that stands in for the network in tests. Default: neither.</summary>
    public ReplayMode Replay { get; set; }

    /// <summary>How long answers are fresh whose endpoint says nothing. Default: for ever.</summary>
    public TimeSpan DefaultExpiry { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Longer answers are not cached. Default: 16 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The file that gets a line for every request that went to the network. Null, the default: no log.</summary>
    public string? RequestLogPath { get; set; }

    /// <summary>How long an answer may take, its body included. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: any time. Default: 10 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Headers that tell users apart besides <c>Authorization</c>, <c>Cookie</c> and <c>Proxy-Authorization</c>, such as <c>X-Api-Key</c>.</summary>
    public ICollection<string> KeyHeaders { get; init; } = ["X-Api-Key", "X-Auth-Token"];

    /// <inheritdoc cref="CachingHandlerOptions.Identity"/>
    public Func<HttpRequestMessage, string?>? Identity { get; set; }

    /// <inheritdoc cref="CachingHandlerOptions.RedactQuery"/>
    public ICollection<string> RedactQuery { get; init; } = new CachingHandlerOptions().RedactQuery;

    /// <inheritdoc cref="CachingHandlerOptions.KeepHeaders"/>
    public ICollection<string> KeepHeaders { get; init; } = new CachingHandlerOptions().KeepHeaders;

    /// <summary>Describes JSON types that are neither models nor scalars, such as a <c>JsonSerializerContext</c>. Default: none.</summary>
    public IJsonTypeInfoResolver? JsonTypeInfoResolver { get; set; }

    /// <summary>Sends the requests instead of a handler of the client's own; it is not disposed. Its default headers count.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Makes the handler that sends the requests, ahead of <see cref="ApiWrapper.CreateHandler"/>. Null, the default: the client makes its own.</summary>
    public Func<HttpMessageHandler>? HandlerFactory { get; set; }

    /// <summary>Where time comes from. Default: the system.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Hears of hits, misses, and of a cache or log that fails. Default: none.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Finds what can be found wrong before the first request.</summary>
    /// <exception cref="ArgumentException">There is no origin, an origin is no http URL, or the default origin is none of them.</exception>
    internal void Validate()
    {
        if (Origins.Count == 0)
            throw new ArgumentException("A client needs at least one origin: Origins = { [\"api\"] = \"https://api.example.com\" }.");
        foreach ((string name, string address) in Origins)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
                throw new ArgumentException($"The origin \"{name}\" is no absolute http or https URL: \"{address}\".");
            if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
                throw new ArgumentException($"The origin \"{name}\" has a query or fragment: a base address ends with its path.");
        }

        Check(DefaultOrigin ?? (Origins.Count == 1 ? Origins.Keys.First() : null), nameof(DefaultOrigin));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxResponseBytes);
        if (Timeout <= TimeSpan.Zero && Timeout != System.Threading.Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(Timeout), Timeout, "The timeout must be positive, or infinite.");
    }

    /// <summary>The name of the origin to use.</summary>
    /// <exception cref="ArgumentException">There is no such origin; the message names those there are.</exception>
    internal string Resolve(string? origin) => Check(origin ?? DefaultOrigin ?? Origins.Keys.First(), nameof(origin));

    private string Check(string? origin, string parameter)
    {
        if (origin is not null && Origins.ContainsKey(origin))
            return origin;
        string choices = string.Join(", ", Origins.Keys.Order(StringComparer.Ordinal).Select(static o => $"\"{o}\""));
        throw new ArgumentException(origin is null ? $"{parameter} must name one of the origins: {choices}." : $"There is no origin \"{origin}\". The origins are {choices}.", parameter);
    }
}
