namespace PyperCache.Http;

/// <summary>One fetch that any number of callers wait for. It goes on when they give up, so that its answer still reaches the cache.</summary>
/// <param name="owner">The handler that fetches.</param>
internal sealed class Flight(CachingHandler owner)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _keeping = new();
    private bool _isDiscarded;
    private int _waiting;

    public CachingHandler Owner => owner;

    /// <summary>The answer, or why there is none.</summary>
    public Task<Answer> Answer => _answer.Task;

    /// <summary>
    /// Ends with <see cref="Answer"/>, which is in the cache then, and never fails. Who waits for this goes on at once, on the thread that
    /// brought the answer; it is for the one who began.
    /// </summary>
    public Task Landed { get; set; } = Task.CompletedTask;

    /// <summary>Takes a caller in that waits for the answer, until it has it or gives up.</summary>
    public void Join() => Interlocked.Increment(ref _waiting);

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

    /// <summary>Lets the owner put the answer into the cache, unless it was discarded.</summary>
    public void Keep(CachedCall call, Answer answer)
    {
        lock (_keeping)
        {
            if (!_isDiscarded)
                owner.Keep(call, answer);
        }
    }

    /// <summary>Gives the answer to the callers. None may join any more.</summary>
    public void Land(Answer answer)
    {
        _answer.SetResult(answer);
        if (Volatile.Read(ref _waiting) == 0)
            answer.Abandon();
    }

    /// <summary>Tells the callers why there is no answer. None may join any more.</summary>
    public void Fail(Exception cause)
    {
        _answer.SetException(cause);

        // The callers have it. Somebody must look at it, else it would be reported as unobserved when all callers gave up.
        _ = _answer.Task.Exception;
    }
}
