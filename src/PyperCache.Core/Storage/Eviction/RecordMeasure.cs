namespace PyperCache.Storage.Eviction;

/// <summary>What eviction needs to know of a record.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">The bytes of its payload.</param>
/// <param name="Timestamp">When it was written.</param>
internal readonly record struct RecordMeasure(string Key, long Bytes, DateTimeOffset Timestamp);
