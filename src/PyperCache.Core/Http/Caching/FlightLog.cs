using System.Collections.Concurrent;

namespace PyperCache.Http;

/// <summary>The flights that one handler started and that have not ended.</summary>
internal sealed class FlightLog
{
    private readonly ConcurrentDictionary<Flight, byte> _flights = new();

    public void Add(Flight flight)
    {
        if (flight.Landed.IsCompleted)
            return;
        _flights.TryAdd(flight, 0);
        _ = flight.Landed.ContinueWith(
            (_, f) => _flights.TryRemove((Flight)f!, out byte _),
            flight,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Ends when all that have started by now have put their answers into the cache.</summary>
    public Task WhenKeptAsync() => _flights.IsEmpty ? Task.CompletedTask : Task.WhenAll(_flights.Keys.Select(static f => f.Landed));
}
