using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PyperCache.Storage;

/// <summary>What a store is told when it is opened.</summary>
public sealed record RecordStoreOptions
{
    /// <summary>What a returned write has survived.</summary>
    /// <value><see cref="Durability.Process"/>.</value>
    public Durability Durability { get; init; }

    /// <summary>Told about files that were set aside and records that cannot be read.</summary>
    /// <value>A logger that writes nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What concerns <c>.db</c> files alone.</summary>
    public SqliteStoreOptions Sqlite { get; init; } = new();
}
