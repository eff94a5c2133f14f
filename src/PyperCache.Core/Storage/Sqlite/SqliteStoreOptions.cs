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
    /// How many bytes of the file are kept in memory at most, those that were used last. It fills as records are used, not when the file is opened.
    /// As much again is for the second connection of a cache in which some threads read while others are at work.
    /// </summary>
    /// <value>32 MiB.</value>
    public long PageCacheBytes { get; init; } = 32L << 20;

    /// <summary>
    /// The size of the pages of a file that is created: a power of two from 512 to 65,536. A file that exists keeps its own. A page is read
    /// and written as a whole, so small ones suit small records: with 4,096 one of 1 KB is replaced in four fifths of the time. A record that is larger
    /// than a page is spread over several, and takes longer.
    /// </summary>
    /// <value>Null: 16,384; 4,096 for a file that is created by a cache that has it to itself.</value>
    public int? PageSize { get; init; }

    internal int ChosenPageSize => PageSize ?? (Exclusive ? 4_096 : 16_384);

    /// <summary>
    /// How much of the file is read through mapped memory. Reads are up to twice as fast for the part that is mapped; the system counts it as memory of
    /// the process, and a file that something else than SQLite cuts off while it is mapped ends the process.
    /// </summary>
    /// <value>0: nothing.</value>
    public long MemoryMappedBytes { get; init; }

    /// <summary>
    /// How much is written before it is copied from the WAL into the database. A page is copied once however often it was changed meanwhile,
    /// and the disk is waited for once.
    /// </summary>
    internal long CheckpointBytes { get; init; } = 40L << 20;
}
