namespace PyperCache.Storage.Eviction;

/// <summary>A store that can list its records without reading payloads into memory.</summary>
internal interface IMeasuringStore
{
    /// <summary>All records, one at a time.</summary>
    IEnumerable<RecordMeasure> Measure();
}
