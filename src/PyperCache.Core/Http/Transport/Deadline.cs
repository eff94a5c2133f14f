namespace PyperCache.Http;

/// <summary>A caller's token together with a time limit.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _givingUp;
    private readonly TimeSpan _limit;

    private Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _limit = limit;
        if (limit == Timeout.InfiniteTimeSpan)
            return;
        _timer = new CancellationTokenSource(limit, time);
        _givingUp = caller.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
    }

    /// <summary>Fires when the caller gives up or the time is over.</summary>
    public CancellationToken Token => _timer?.Token ?? _caller;

    /// <summary>Starts the time.</summary>
    /// <param name="limit">How long; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="caller">The caller's own token.</param>
    public static Deadline Start(TimeSpan limit, TimeProvider time, CancellationToken caller) => new(limit, time, caller);

    /// <summary>Whether the exception came because the time was over, and not because the caller gave up.</summary>
    public bool Explains(Exception e) => !_caller.IsCancellationRequested && _timer?.IsCancellationRequested == true && e is (OperationCanceledException or IOException or HttpRequestException);

    /// <summary>The exception in the form that <see cref="HttpClient"/> gives to timeouts.</summary>
    public TaskCanceledException ToException(Exception cause) =>
        new("The server did not answer in time.", new TimeoutException($"No answer within {_limit.TotalSeconds} s.", cause));

    public void Dispose()
    {
        // Waits for a cancellation that is under way, so that it never meets a timer that is gone.
        _givingUp.Dispose();
        _timer?.Dispose();
    }
}
