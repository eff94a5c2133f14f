namespace PyperCache;

/// <summary>Lets concurrent callers of one key share one piece of work.</summary>
/// <remarks>
/// The work is cancelled when the last caller that waits for it has gone, never because one of several has. Failures reach all who wait and are not kept.
/// </remarks>
internal sealed class SingleFlight
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Key, Type Type), object> _flights = [];

    /// <summary>Joins the work that is under way for the key, or begins it.</summary>
    public async Task<T> RunAsync<T>(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight<T> flight = Join<T>(key, out bool isFirst);
        if (isFirst)
            _ = FlyAsync(key, flight, work);
        try
        {
            return await flight.Landing.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    private Flight<T> Join<T>(string key, out bool isFirst)
    {
        lock (_gate)
        {
            isFirst = !_flights.TryGetValue((key, typeof(T)), out object? found);
            var flight = (Flight<T>)(found ?? new Flight<T>());
            _flights[(key, typeof(T))] = flight;
            flight.Waiting++;
            return flight;
        }
    }

    private void Leave<T>(string key, Flight<T> flight)
    {
        lock (_gate)
        {
            if (--flight.Waiting > 0)
                return;
            Forget(key, flight);
        }

        // Outside the lock: cancelling runs callbacks of the work.
        flight.Cancellation.Cancel();
    }

    private async Task FlyAsync<T>(string key, Flight<T> flight, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            T result = await work(flight.Cancellation.Token).ConfigureAwait(false);
            Land(key, flight);
            flight.Landing.TrySetResult(result);
        }
        catch (OperationCanceledException e) when (e.CancellationToken == flight.Cancellation.Token)
        {
            Land(key, flight);
            flight.Landing.TrySetCanceled(e.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to those who wait for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Land(key, flight);
            flight.Landing.TrySetException(e);

            // Seen, even when every caller has gone: it must not come up as an unobserved exception.
            _ = flight.Landing.Task.Exception;
        }
    }

    private void Land<T>(string key, Flight<T> flight)
    {
        lock (_gate)
            Forget(key, flight);
    }

    private void Forget<T>(string key, Flight<T> flight)
    {
        if (_flights.TryGetValue((key, typeof(T)), out object? current) && ReferenceEquals(current, flight))
            _flights.Remove((key, typeof(T)));
    }

    private sealed class Flight<T>
    {
        public TaskCompletionSource<T> Landing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Cancellation { get; } = new();

        public int Waiting { get; set; }
    }
}
