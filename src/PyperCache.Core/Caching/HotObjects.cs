using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Storage;

namespace PyperCache;

/// <summary>Objects that were read before, within a limit.</summary>
/// <remarks>
/// There are two generations. What is used moves into the young one; when that is half of all, it becomes the old one, and what is still in the old
/// one, unused for so long, goes.
/// </remarks>
internal sealed class HotObjects(long mostBytes)
{
    // What key, entry and object weigh even if the payload is nothing.
    private const int Overhead = 256;

    private readonly Lock _gate = new();
    private ConcurrentDictionary<string, HotObject> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, HotObject> _old = new(StringComparer.Ordinal);
    private long _youngBytes;

    /// <summary>The object that was read from a record of this key, if nothing has been written since.</summary>
    public bool TryGet<T>(string key, StoreVersion version, [NotNullWhen(true)] out HotObject<T>? found)
    {
        bool isYoung = Volatile.Read(ref _young).TryGetValue(key, out HotObject? entry);
        if (!isYoung)
            Volatile.Read(ref _old).TryGetValue(key, out entry);
        found = entry is HotObject<T> hot && hot.Version == version ? hot : null;
        if (found is not null && !isYoung)
            Add(key, found);
        return found is not null;
    }

    /// <summary>Keeps an object, unless it alone would take half of what is allowed.</summary>
    public void Add(string key, HotObject entry)
    {
        long bytes = entry.Bytes + Overhead;
        if (bytes > mostBytes / 2)
            return;
        lock (_gate)
        {
            if (_youngBytes + bytes > mostBytes / 2)
            {
                Volatile.Write(ref _old, _young);
                Volatile.Write(ref _young, new ConcurrentDictionary<string, HotObject>(StringComparer.Ordinal));
                _youngBytes = 0;
            }

            _young[key] = entry;
            _youngBytes += bytes;
        }
    }
}
