namespace PyperCache.Benchmarks.Cache;

/// <summary>A cache in a file, ours or another's.</summary>
internal interface IContestant : IDisposable
{
    /// <summary>How tables call it.</summary>
    string Name { get; }

    /// <summary>Writes a record; it has survived the process when this returns.</summary>
    void Store(string key, byte[] payload);

    /// <summary>Reads a record's bytes.</summary>
    object? Get(string key);

    /// <summary>Reads a record as a list of comments, in each way that this cache has.</summary>
    IEnumerable<(string Name, Func<string, object?> Get)> TypedGets { get; }

    /// <summary>Writes the records there are to begin with, in whatever way is fastest.</summary>
    void Fill(Workload workload)
    {
        for (int i = 0; i < workload.Keys.Length; i++)
            Store(workload.Keys[i], workload.Payload(i));
    }
}
