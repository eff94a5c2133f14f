using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PyperCache.Storage;
using PyperCache.Storage.Eviction;

namespace PyperCache;

/// <summary>How a cache behaves.</summary>
public sealed record CacheOptions
{
    /// <summary>The clock that stamps records and judges their age.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What a returned write has survived.</summary>
    /// <value><see cref="Durability.Process"/>: the death of the process.</value>
    public Durability Durability { get; init; }

    /// <summary>The expiry of records that are stored without one.</summary>
    /// <value><see cref="Timeout.InfiniteTimeSpan"/>: never.</value>
    public TimeSpan DefaultExpiry { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many records are kept; when there are more, the least recently used go. Null for no limit.</summary>
    /// <value>Null.</value>
    public long? MaxRecords { get; init; }

    /// <summary>How many bytes of payloads are kept; when there are more, the least recently used records go. Null for no limit.</summary>
    /// <value>Null.</value>
    /// <remarks>The newest record goes too when it alone is larger. With more than a thousand records a twentieth more goes at once.</remarks>
    public long? MaxBytes { get; init; }

    /// <summary>
    /// How much is kept in memory as hydrated objects, counted in the bytes of their payloads: then <c>GetObject</c>, <c>TryGetObject</c> and
    /// <c>GetOrStoreAsync</c> of models give the same object for the same key again, without reading the file, for as long as nobody has written to it.
    /// </summary>
    /// <value>0: none.</value>
    /// <remarks>
    /// <para>Before each answer the cache looks whether this process or another has written anything, so it is as current as one from the file.
    /// Where something is written all the time it therefore gains nothing.</para>
    /// <para>All callers get one object: nobody may change it. Objects are several times as large as their payloads. Stores of your own and writes
    /// that are held back do without it.</para>
    /// </remarks>
    public long HotBytes { get; init; }

    /// <summary>Told about files that were set aside and records that cannot be read.</summary>
    /// <value>A logger that writes nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>What concerns <c>.db</c> files alone.</summary>
    public SqliteStoreOptions Sqlite { get; init; } = new();

    internal IRecordStore Limit(IRecordStore store) =>
        MaxRecords is null && MaxBytes is null ? store : new EvictingStore(store, MaxRecords, MaxBytes);

    internal RecordStoreOptions ForStore() =>
        new() { Durability = Durability, Logger = Logger, TimeProvider = TimeProvider, Sqlite = Sqlite };
}
