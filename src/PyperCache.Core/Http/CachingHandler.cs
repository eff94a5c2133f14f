using System.Diagnostics;
using System.Net;

namespace PyperCache.Http;

/// <summary>
/// Answers GETs from a <see cref="PyperCache.Cache"/> and fills it. Works alone in any <see cref="HttpClient"/>: give it a cache, a
/// <see cref="CachingHandlerOptions.DefaultExpiry"/> or policies, and an inner handler.
/// </summary>
/// <remarks>
/// Cached is a GET with a 2xx answer in JSON, other than 206. Equal requests that are under way share one fetch, which goes on when callers
/// give up. Nothing that is wrong with the cache ever fails a request.
/// </remarks>
public sealed class CachingHandler : DelegatingHandler
{
    private readonly CachingHandlerOptions _options;
    private readonly AnswerStore _store;
    private readonly AnswerFetcher _fetcher;
    private readonly CacheKey _key;
    private readonly ResponseMarker _marker;
    private readonly CancellationTokenSource _closing = new();
    private FlightTable? _flights;

    /// <summary>Creates a handler over a cache, which it does not dispose.</summary>
    /// <param name="cache">Where answers are kept; null caches nothing.</param>
    /// <param name="options">How; null for the defaults. They must not change any more.</param>
    public CachingHandler(Cache? cache, CachingHandlerOptions? options = null)
        : this(() => cache, options ?? new CachingHandlerOptions(), HandlerIdentity.None)
    {
    }

    internal CachingHandler(Func<Cache?> cache, CachingHandlerOptions options, HandlerIdentity transport)
    {
        _options = options;
        UrlRedactor redactor = new(options.RedactQuery);
        _marker = new ResponseMarker(options, redactor);
        _store = new AnswerStore(cache, options);
        _key = new CacheKey(options.ClientName, options.Origin, redactor, new CredentialSource(options.KeyHeaders, transport, options.Identity));
        _fetcher = new AnswerFetcher(base.SendAsync, options, _key.Covers);
    }

    /// <summary>The key under which the answer to a GET is kept.</summary>
    /// <param name="request">The request with an absolute URL, with all headers that tell users apart, and without a body.</param>
    public string KeyOf(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locate(request, _key.Of(request, default)).Key;
    }

    /// <summary>Ends when all answers that were given out are in the cache.</summary>
    internal Task WhenKeptAsync() => _flights?.WhenKeptAsync(this) ?? Task.CompletedTask;

    /// <summary>Removes an answer that was given out: the caller found that it is of no use.</summary>
    internal async Task ForgetAsync(string key)
    {
        await WhenKeptAsync().ConfigureAwait(false);
        _store.Remove(key);
    }

    /// <summary>Puts an answer that a flight has brought into the cache, without waiting for a disk.</summary>
    internal void Keep(CachedCall call, Answer answer)
    {
        if (answer.Source == CacheStatus.Revalidated)
            _store.Touch(call.Key, call.Plan.Expiry!.Value, answer.Arrived);
        else if (answer.Source == CacheStatus.Miss && IsToBeKept(answer))
            _store.Put(call.Key, answer, _options.Replay == ReplayMode.Record ? Timeout.InfiniteTimeSpan : call.Plan.Expiry!.Value);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestPlan plan = RequestPlan.For(request, _options);
        plan.State.Response = plan.Policy?.Response ?? ResponseKind.Unknown;
        plan.State.Handler = this;
        return HttpTelemetry.IsHeard ? MeasureAsync(request, plan, cancellationToken) : DispatchAsync(request, plan, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _closing.Cancel();
        base.Dispose(disposing);
    }

    private Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage request, in RequestPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Expiry is null || _store.Cache is not { } cache)
            return _options.Replay == ReplayMode.ReplayOnly
                ? Task.FromException<HttpResponseMessage>(_marker.MissOf(request, key: null))
                : PassAsync(request, plan, cancellationToken);
        FlightTable flights = _flights ??= FlightTable.Of(cache);
        return request.Content is null
            ? AnswerAsync(new CachedCall(request, default, plan, flights), cancellationToken)
            : AnswerWithBodyAsync(request, plan, flights, cancellationToken);
    }

    private async Task<HttpResponseMessage> MeasureAsync(HttpRequestMessage request, RequestPlan plan, CancellationToken cancellationToken)
    {
        using Activity? activity = HttpTelemetry.Start(request, _options, plan.Endpoint);
        long start = _options.TimeProvider.GetTimestamp();
        HttpResponseMessage? response = null;
        try
        {
            return response = await DispatchAsync(request, plan, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            HttpTelemetry.Count(activity, response, response is null ? null : plan.State.Status, _options, _options.TimeProvider.GetElapsedTime(start));
        }
    }

    private async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, RequestPlan plan, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await _fetcher.PassAsync(request, plan, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && request.Method != HttpMethod.Get && plan.Policy is { Invalidates.Count: > 0 } policy)
            Invalidate(request, policy, plan.Endpoint);
        return _marker.Mark(request, response, CacheStatus.Bypass, plan);
    }

    private async Task<HttpResponseMessage> AnswerWithBodyAsync(HttpRequestMessage request, RequestPlan plan, FlightTable flights, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(new CachedCall(request, body, plan, flights), cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> AnswerAsync(CachedCall call, CancellationToken cancellationToken)
    {
        (call.Key, call.Stored) = Locate(call.Request, _key.Of(call.Request, call.Body.Span));
        if (_options.Replay == ReplayMode.ReplayOnly)
            return call.Stored is null ? Task.FromException<HttpResponseMessage>(_marker.MissOf(call.Request, call.Key)) : Task.FromResult(FromCache(call, CacheStatus.Hit));
        if (_options.Replay == ReplayMode.Record)
            call.Stored = null;
        if (call.Stored?.IsFresh == true)
            return Task.FromResult(FromCache(call, CacheStatus.Hit));

        bool waits = !call.MayBeStaleMeanwhile;
        Flight flight = call.Flights.Join(call.Key, this, waits, out bool isFirst);
        if (isFirst)
            flight.Landed = FlyAsync(call, flight);
        return waits
            ? WaitAsync(call, flight, isFirst ? flight.Landed : flight.Answer, cancellationToken)
            : Task.FromResult(FromCache(call, CacheStatus.Stale));
    }

    /// <summary>Looks an answer up. The one under the key may be a variant for other requests; further variants have keys of their own.</summary>
    private (string Key, StoredAnswer? Stored) Locate(HttpRequestMessage request, string key)
    {
        StoredAnswer? stored = _store.Find(key);
        if (stored?.Variant is not { } variant || variant.Fits(request))
            return (key, stored);
        key = variant.KeyFor(key, request);
        stored = _store.Find(key);
        return (key, stored?.Variant?.Fits(request) == false ? null : stored);
    }

    private async Task<HttpResponseMessage> WaitAsync(CachedCall call, Flight flight, Task fetched, CancellationToken cancellationToken)
    {
        Answer answer;
        try
        {
            await fetched.WaitAsync(cancellationToken).ConfigureAwait(false);
            answer = await flight.Answer.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            flight.GiveUp();
            throw;
        }
        catch (Exception e) when (call.MayBeStaleOnError)
        {
            _marker.TellStale(call, e);
            return FromCache(call, CacheStatus.Stale);
        }

        // Who joined the fetch of another could not know that the answer would depend on more than its key.
        if (answer.Variant?.Fits(call.Request) == false)
            return await AnswerAsync(new CachedCall(call.Request, call.Body, call.Plan, call.Flights), cancellationToken).ConfigureAwait(false);

        if (call.MayBeStaleOnError && (int)answer.StatusCode >= 500)
        {
            answer.Abandon();
            _marker.TellStale(call, cause: null);
            return FromCache(call, CacheStatus.Stale);
        }

        // Null: the answer could not be held in memory and another caller has it. This one needs a request of its own.
        HttpResponseMessage response = answer.ToResponse(call.Request, call.Plan.ReadsPayload)
            ?? await _fetcher.PassAsync(call.Request, call.Plan, cancellationToken).ConfigureAwait(false);
        return _marker.Mark(call.Request, response, answer.Source, call.Plan);
    }

    private HttpResponseMessage FromCache(CachedCall call, CacheStatus status) =>
        _marker.Mark(call.Request, call.Stored!.ToResponse(call.Request, call.Plan.ReadsPayload), status, call.Plan, call.Stored);

    private async Task FlyAsync(CachedCall call, Flight flight)
    {
        string key = call.Key;
        try
        {
            // Copied at once, not later: when the first caller gives up it may dispose of its request.
            using HttpRequestMessage request = QuestionOf(call);
            Answer answer = FindLanded(call) ?? Received(call, await _fetcher.FetchAsync(request, call.Plan, _closing.Token).ConfigureAwait(false));
            flight.Keep(call, answer);
            call.Flights.Leave(key, flight);
            flight.Land(answer);
        }
        catch (Exception e)
        {
            if (call.MayBeStaleMeanwhile)
                _marker.TellRefreshFailed(call, e);
            call.Flights.Leave(key, flight);
            flight.Fail(e);
        }
    }

    /// <summary>What another fetch has brought since the cache was asked.</summary>
    private Answer? FindLanded(CachedCall call) =>
        _options.Replay == ReplayMode.Off && call.SomethingLanded && _store.Find(call.Key) is { IsFresh: true } fresh ? Answer.Of(fresh, CacheStatus.Hit) : null;

    private Answer Received(CachedCall call, Answer answer)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified && call.Stored is not null)
            answer = Answer.Of(call.Stored, CacheStatus.Revalidated);
        answer.Arrived = _options.TimeProvider.GetUtcNow();
        return answer;
    }

    /// <summary>The request that is sent: when there is an answer already, whether it has changed.</summary>
    private static HttpRequestMessage QuestionOf(CachedCall call)
    {
        HttpRequestMessage request = RequestCopy.Of(call.Request, call.Body);
        if (call.Stored is { } stored)
            AskWhetherChanged(request, stored);
        return request;
    }

    private bool IsToBeKept(Answer answer) =>
        answer is { IsShared: true, Head.IsSuccessStatusCode: true, StatusCode: not HttpStatusCode.PartialContent }
        && answer.Body.Length <= _options.MaxResponseBytes
        && answer.Variant?.IsUnknowable != true;

    private static void AskWhetherChanged(HttpRequestMessage request, StoredAnswer stored)
    {
        if (stored.Header("ETag") is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (stored.Header("Last-Modified") is { } date)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
    }

    private void Invalidate(HttpRequestMessage request, EndpointPolicy policy, Endpoint? endpoint)
    {
        if (_store.Cache is not { } cache || request.RequestUri is not { IsAbsoluteUri: true } uri)
            return;
        Invalidation invalidation = Invalidation.Of(policy.Invalidates, endpoint, BelowBase(uri.PathAndQuery), _options.Endpoints);
        bool Covers(string key) => _key.PathOf(key) is { } path && invalidation.Covers(BelowBase(path));
        FlightTable.Of(cache).Discard(Covers);
        int count = _store.RemoveWhere(Covers);
        _marker.TellInvalidated(request, count);
    }

    private string BelowBase(string path) =>
        path.StartsWith(_options.BasePath, StringComparison.Ordinal) ? path[_options.BasePath.Length..] : path;
}
