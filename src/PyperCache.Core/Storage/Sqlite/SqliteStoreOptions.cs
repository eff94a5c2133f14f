namespace PyperCache.Storage;

/// <summary>How a <c>.db</c> store behaves. The defaults suit nearly everyone.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>How long a gathered write waits at most with <see cref="Durability.Buffered"/>.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many records gather at most with <see cref="Durability.Buffered"/>.</summary>
    /// <value>50.</value>
    public int DirtyThreshold { get; init; } = 50;

    /// <summary>How long a call waits for another process that is writing before it fails.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether this process keeps the file to itself. Reads and writes are faster, and any other process that opens the file fails.
    /// </summary>
    /// <value>False.</value>
    public bool Exclusive { get; init; }

    /// <summary>
    /// How much of the file is read through mapped memory. Reads are up to twice as fast for the part that is mapped; the system counts it as memory of
    /// the process, and a file that something else than SQLite cuts off while it is mapped ends the process.
    /// </summary>
    /// <value>0: nothing.</value>
    public long MemoryMappedBytes { get; init; }
}
