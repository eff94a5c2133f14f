namespace PyperCache.Http;

/// <summary>One fetch that any number of callers wait for. It goes on when they give up, so that its answer still reaches the cache.</summary>
/// <param name="fetch">Brings the answer.</param>
/// <param name="keep">Puts it into the cache; callers have the answer before.</param>
internal sealed class Flight(Func<Task<Answer>> fetch, Action<Answer> keep)
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _keeping = new();
    private bool _isDiscarded;

    /// <summary>The answer, or why there is none.</summary>
    public Task<Answer> Answer => _answer.Task;

    /// <summary>Ends when the answer is in the cache and callers can no longer join. Never fails.</summary>
    public Task Landed => _landed.Task;

    /// <summary>Keeps the answer out of the cache. The callers that wait have it all the same.</summary>
    public void Discard()
    {
        // When the answer is just being put away this waits, so that the caller finds it there and can remove it.
        lock (_keeping)
            _isDiscarded = true;
    }

    /// <summary>Begins.</summary>
    /// <param name="leave">Called when callers are to join no more.</param>
    public void Start(Action leave) => _ = RunAsync(leave);

    private async Task RunAsync(Action leave)
    {
        try
        {
            Answer answer = await fetch().ConfigureAwait(false);
            _answer.SetResult(answer);
            lock (_keeping)
            {
                if (!_isDiscarded)
                    keep(answer);
            }
        }
        catch (Exception e) when (_answer.TrySetException(e))
        {
            // The callers have it. Somebody must look at it, else it would be reported as unobserved when all callers gave up.
            _ = _answer.Task.Exception;
        }
        finally
        {
            leave();
            _landed.SetResult();
        }
    }
}
