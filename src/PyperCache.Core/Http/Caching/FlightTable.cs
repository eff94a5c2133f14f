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

    /// <summary>Joins the fetch of the key, or starts it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="create">Makes the flight.</param>
    /// <param name="waits">Whether the caller waits for the answer.</param>
    /// <param name="log">Knows the flight while it is under way.</param>
    /// <param name="flight">The fetch.</param>
    /// <returns>Ends when it has its answer.</returns>
    public Task Join(string key, Func<Flight> create, bool waits, FlightLog log, out Flight flight)
    {
        if (_flights.TryGetValue(key, out Flight? known))
        {
            flight = known;
            return flight.Join(waits);
        }

        Flight mine = create();
        flight = _flights.GetOrAdd(key, mine);
        Task answer = flight.Join(waits);
        if (!ReferenceEquals(flight, mine))
            return answer;
        log.Add(mine);
        mine.Start(landed =>
        {
            Land(key, landed);
            log.Remove(landed);
        });
        return mine.Landed;
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

    private void Land(string key, Flight flight)
    {
        Interlocked.Increment(ref _landed);
        _flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
    }
}
