namespace PyperCache.Http;

/// <summary>One fetch that any number of callers wait for. It goes on when they give up, so that its answer still reaches the cache.</summary>
/// <param name="fetch">Brings the answer.</param>
/// <param name="keep">Puts it into the cache, without waiting for a disk.</param>
internal sealed class Flight(Func<Task<Answer>> fetch, Action<Answer> keep)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _keeping = new();
    private bool _isDiscarded;
    private int _waiting;

    /// <summary>The answer, or why there is none.</summary>
    public Task<Answer> Answer => _answer.Task;

    /// <summary>
    /// Ends with <see cref="Answer"/>, which is in the cache then, and never fails. Who waits for this goes on at once, on the thread that
    /// brought the answer; it is for the one who began.
    /// </summary>
    public Task Landed { get; private set; } = Task.CompletedTask;

    /// <summary>Takes a caller in.</summary>
    /// <param name="waits">Whether it waits for the answer, until it has it or gives up.</param>
    /// <returns>Ends with the answer.</returns>
    public Task Join(bool waits)
    {
        if (waits)
            Interlocked.Increment(ref _waiting);
        return Answer;
    }

    /// <summary>A caller that waited does so no more. Nobody will take a live answer when all have gone.</summary>
    public void GiveUp()
    {
        if (Interlocked.Decrement(ref _waiting) == 0 && Answer.IsCompletedSuccessfully)
            Answer.Result.Abandon();
    }

    /// <summary>Keeps the answer out of the cache. The callers that wait have it all the same.</summary>
    public void Discard()
    {
        // When the answer is just being put away this waits, so that the caller finds it there and can remove it.
        lock (_keeping)
            _isDiscarded = true;
    }

    /// <summary>Begins.</summary>
    /// <param name="leave">Called when callers are to join no more.</param>
    public void Start(Action<Flight> leave) => Landed = RunAsync(leave);

    private async Task RunAsync(Action<Flight> leave)
    {
        try
        {
            Answer answer = await fetch().ConfigureAwait(false);
            lock (_keeping)
            {
                if (!_isDiscarded)
                    keep(answer);
            }

            leave(this);
            _answer.SetResult(answer);
            if (Volatile.Read(ref _waiting) == 0)
                answer.Abandon();
        }
        catch (Exception e)
        {
            leave(this);
            _answer.SetException(e);

            // The callers have it. Somebody must look at it, else it would be reported as unobserved when all callers gave up.
            _ = _answer.Task.Exception;
        }
    }
}
