using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PyperCache.Http;

/// <summary>The fetches that are under way for one cache, so that equal requests share one, whichever client makes them.</summary>
internal sealed class FlightTable
{
    private static readonly ConditionalWeakTable<Cache, FlightTable> s_tables = [];

    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private long _landed;

    /// <summary>Counts the fetches that ended. A caller that finds it changed since it looked into the cache should look again.</summary>
    public long Landed => Interlocked.Read(ref _landed);

    public static FlightTable Of(Cache cache) => s_tables.GetOrAdd(cache, static _ => new FlightTable());

    /// <summary>Joins the fetch of the key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="caller">Fetches, if nobody else does.</param>
    /// <param name="waits">Whether the caller waits for the answer.</param>
    /// <param name="isFirst">Whether nobody else does, so that the caller has to begin.</param>
    public Flight Join(string key, CachingHandler caller, bool waits, out bool isFirst)
    {
        Flight mine = new(caller);
        Flight flight = _flights.GetOrAdd(key, mine);
        isFirst = ReferenceEquals(flight, mine);
        if (waits)
            flight.Join();
        return flight;
    }

    /// <summary>Lets nobody join a fetch any more: it has ended.</summary>
    public void Leave(string key, Flight flight)
    {
        Interlocked.Increment(ref _landed);
        _flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
    }

    /// <summary>Keeps what is under way out of the cache, and away from later callers: the server's data has changed since it was asked.</summary>
    public void Discard(Func<string, bool> fits)
    {
        foreach ((string key, Flight flight) in _flights)
        {
            if (fits(key) && _flights.TryRemove(new KeyValuePair<string, Flight>(key, flight)))
                flight.Discard();
        }
    }

    /// <summary>Ends when all answers that a handler has begun to fetch by now, and that are to be kept, are in the cache.</summary>
    public Task WhenKeptAsync(CachingHandler owner) =>
        _flights.IsEmpty ? Task.CompletedTask : Task.WhenAll(_flights.Where(entry => ReferenceEquals(entry.Value.Owner, owner)).Select(static entry => entry.Value.Landed));
}
