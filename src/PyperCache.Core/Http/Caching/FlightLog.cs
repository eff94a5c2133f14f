namespace PyperCache.Http;

/// <summary>The flights that one handler started and that have not ended.</summary>
internal sealed class FlightLog
{
    private readonly HashSet<Flight> _flights = [];

    public void Add(Flight flight)
    {
        lock (_flights)
            _flights.Add(flight);
    }

    public void Remove(Flight flight)
    {
        lock (_flights)
            _flights.Remove(flight);
    }

    /// <summary>Ends when all that have started by now have put their answers into the cache.</summary>
    public Task WhenKeptAsync()
    {
        lock (_flights)
            return _flights.Count == 0 ? Task.CompletedTask : Task.WhenAll(_flights.Select(static f => f.Landed));
    }
}
