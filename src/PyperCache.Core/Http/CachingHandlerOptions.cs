using Microsoft.Extensions.Logging;

namespace PyperCache.Http;

/// <summary>How a <see cref="CachingHandler"/> works.</summary>
public sealed class CachingHandlerOptions
{
    /// <summary>The first part of every key, usually the name of the client's type. Clients that share a cache and this name share answers. Default: empty.</summary>
    public string ClientName { get; set; } = "";

    /// <summary>The second part of every key: the name of the origin that the requests go to. Default: empty.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The path of the origin's base address, without a slash at its end; path patterns are taken below it. Default: empty.</summary>
    public string BasePath { get; set; } = "";

    /// <summary>How long answers of GETs without a policy of their own are fresh. Null, the default: they are not cached.</summary>
    public TimeSpan? DefaultExpiry { get; set; }

    /// <summary>Longer answers are passed on without being cached. Default: 16 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long the network may take for one answer; a fetch that serves several callers outlives each of them, so it needs a limit of its own. Default: 100 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Whether answers are recorded, or given from a recording alone. Default: neither.</summary>
    public ReplayMode Replay { get; set; }

    /// <summary>The policies of endpoints. Default: none.</summary>
    public EndpointTable Endpoints { get; set; } = EndpointTable.Empty;

    /// <summary>Headers that tell users (or answers) apart, besides <c>Authorization</c>, <c>Cookie</c> and <c>Proxy-Authorization</c>. Their values enter the key as a hash.</summary>
    public ICollection<string> KeyHeaders { get; init; } = [];

    /// <summary>
    /// Says who asks, when that is known only behind the cache: by a handler that adds a token, or by the cookies of a client that was handed in.
    /// It enters the key as a hash. Null, the default, or an answer of null: the request says it all.
    /// </summary>
    public Func<HttpRequestMessage, string?>? Identity { get; set; }

    /// <summary>Query parameters whose values are secrets: they enter the key as a hash and are shown as <c>***</c>. Default: names under which APIs take keys.</summary>
    public ICollection<string> RedactQuery { get; init; } = ["api_key", "apikey", "key", "token", "access_token", "secret", "password", "signature", "sig"];

    /// <summary>Headers of answers that are kept with them and come back from the cache. Default: what paging and revalidation need.</summary>
    public ICollection<string> KeepHeaders { get; init; } = ["ETag", "Last-Modified", "Link", "X-Total-Count", "Content-Language"];

    /// <summary>Where time comes from; use the cache's. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Hears of hits, misses and of a cache that fails. Default: none.</summary>
    public ILogger? Logger { get; set; }
}
