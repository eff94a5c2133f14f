using PyperCache.Storage;

namespace PyperCache;

/// <inheritdoc cref="HotObject"/>
internal sealed class HotObject<T>(T value, StoreVersion version, RecordTimes times, int bytes) : HotObject(version, times, bytes)
{
    public T Value => value;
}
