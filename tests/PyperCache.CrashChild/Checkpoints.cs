using PyperCache.Storage;

namespace PyperCache.CrashChild;

/// <summary>Options under which a <c>.db</c> cache makes checkpoints often, which else it does every 40 MiB.</summary>
public static class Checkpoints
{
    // Small ones, so that a checkpoint this small has many of them, as those of 40 MiB have.
    private const int PageSize = 4 << 10;

    /// <summary>How much is written between two, so that a process is at one most of the time.</summary>
    public const long Often = 128 << 10;

    /// <summary>How much is written between two, so that processes find the time for them beside each other.</summary>
    public const long BesideOthers = 1 << 20;

    public static CacheOptions Every(long bytes) => new() { Sqlite = new SqliteStoreOptions { CheckpointBytes = bytes, PageSize = PageSize } };
}
