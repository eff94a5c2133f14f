namespace PyperCache.Benchmarks.Harness;

/// <summary>One way of doing the work that a <see cref="Race"/> measures.</summary>
internal sealed class Contender
{
    private readonly Func<object?>? _work;
    private readonly Func<Task>? _asyncWork;
    private readonly Action? _finish;

    private Contender(string name, Func<object?>? work, Func<Task>? asyncWork, Action? finish)
    {
        Name = name;
        _work = work;
        _asyncWork = asyncWork;
        _finish = finish;
    }

    /// <summary>How tables call it.</summary>
    public string Name { get; }

    /// <summary>A contender that works on the calling thread.</summary>
    /// <param name="name">How tables call it.</param>
    /// <param name="work">One operation; what it returns is kept alive up to its end.</param>
    public static Contender Of(string name, Func<object?> work) => new(name, work, null, null);

    /// <summary>A contender that awaits.</summary>
    /// <param name="name">How tables call it.</param>
    /// <param name="work">One operation.</param>
    /// <param name="finish">Does what operations have put off, so that it is not done at the cost of another contender; null for nothing.</param>
    public static Contender OfTask(string name, Func<Task> work, Action? finish = null) => new(name, null, work, finish);

    /// <summary>Does the work of a contender that works on the calling thread once.</summary>
    public object? Work() => _work!();

    /// <summary>Does the work a number of times.</summary>
    public async Task RunAsync(int operations)
    {
        if (_work is not null)
        {
            RunHere(operations);
            return;
        }

        for (int i = 0; i < operations; i++)
            await _asyncWork!();
        _finish?.Invoke();
    }

    private void RunHere(int operations)
    {
        for (int i = 0; i < operations; i++)
            GC.KeepAlive(_work!());
    }
}
