using PyperCache.Storage;

namespace PyperCache;

/// <summary>An object that was hydrated from a record, as long as the store is at the version at which it was read.</summary>
internal abstract class HotObject(StoreVersion version, RecordTimes times, int bytes)
{
    public StoreVersion Version => version;

    public RecordTimes Times => times;

    /// <summary>The bytes of the payload.</summary>
    public int Bytes => bytes;
}
