namespace PyperCache.Storage;

/// <summary>What a returned write has survived.</summary>
public enum Durability
{
    /// <summary>The death of the process at any moment (<c>kill -9</c>). Power loss may cost the last writes, never the file. The default.</summary>
    Process,

    /// <summary>Also the loss of power: every write waits for the disk. Slower by orders of magnitude.</summary>
    PowerLoss,

    /// <summary>
    /// Nothing: writes gather in memory and go out together, after <see cref="SqliteStoreOptions.FlushInterval"/>, when
    /// <see cref="SqliteStoreOptions.DirtyThreshold"/> records have gathered, at Flush and at Close.
    /// </summary>
    Buffered,
}
