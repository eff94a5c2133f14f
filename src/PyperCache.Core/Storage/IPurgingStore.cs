namespace PyperCache.Storage;

/// <summary>A store that can find stale records without reading every one.</summary>
public interface IPurgingStore
{
    /// <summary>Takes out the records that are stale.</summary>
    /// <param name="now">The time to judge by.</param>
    /// <returns>How many were taken out.</returns>
    long RemoveStale(DateTimeOffset now);
}
