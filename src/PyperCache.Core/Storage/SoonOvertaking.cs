namespace PyperCache.Storage;

/// <summary>The time in which a promised write goes ahead of those that are to be made soon. Without any there is nothing to do.</summary>
/// <param name="writes">Those that are to be made soon.</param>
/// <param name="key">The key that is written.</param>
/// <param name="waiting">The record of the key that waits, or null.</param>
internal readonly ref struct SoonOvertaking(SoonWrites? writes, string key, StoredRecord? waiting)
{
    /// <summary>The record of the key that waits to be written; null when there is none.</summary>
    public StoredRecord? Waiting => waiting;

    public void Dispose() => writes?.EndOvertaking(key);
}
