namespace PyperCache.Http;

/// <summary>One request on its way through the cache.</summary>
internal sealed class CachedCall(HttpRequestMessage request, ReadOnlyMemory<byte> body, RequestPlan plan, FlightTable flights)
{
    private readonly long _landed = flights.Landed;

    public HttpRequestMessage Request => request;

    public ReadOnlyMemory<byte> Body => body;

    public RequestPlan Plan => plan;

    /// <summary>The fetches that are under way for the cache.</summary>
    public FlightTable Flights => flights;

    public string Key
    {
        get => plan.State.Key!;
        set => plan.State.Key = value;
    }

    /// <summary>What the cache has, fresh or not.</summary>
    public StoredAnswer? Stored { get; set; }

    /// <summary>Whether a fetch ended since the cache was asked, so that it may know more now.</summary>
    public bool SomethingLanded => Flights.Landed != _landed;

    /// <summary>Whether the stored answer is given at once while a new one is fetched.</summary>
    public bool MayBeStaleMeanwhile => Stored is not null && plan.Policy is { } policy && Stored.IsWithin(policy.StaleWhileRevalidate);

    /// <summary>Whether the stored answer may stand in for a failed request.</summary>
    public bool MayBeStaleOnError => Stored is not null && plan.Policy is { } policy && Stored.IsWithin(policy.StaleIfError);
}
