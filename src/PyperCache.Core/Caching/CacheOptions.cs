using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PyperCache.Storage;

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

    /// <summary>Told about files that were set aside and records that cannot be read.</summary>
    /// <value>A logger that writes nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>What concerns <c>.db</c> files alone.</summary>
    public SqliteStoreOptions Sqlite { get; init; } = new();

    internal RecordStoreOptions ForStore() =>
        new() { Durability = Durability, Logger = Logger, TimeProvider = TimeProvider, Sqlite = Sqlite };
}
