using System.Runtime.InteropServices;

namespace PyperCache.Storage.Chunked;

/// <summary>Which chunk counts for which key, at 16 bytes a key: only while a manifest is opened.</summary>
internal sealed class ChunkMap
{
    private readonly List<(ulong Key, int Chunk)> _entries = [];
    private bool _isSorted;

    public void Add(string key, int chunk)
    {
        _entries.Add((Hash(key), chunk));
        _isSorted = false;
    }

    /// <summary>Whether the chunk counts for the key. In one of 10,000,000,000 caches of a million keys it also does for another.</summary>
    public bool Contains(string key, int chunk)
    {
        if (!_isSorted)
            _entries.Sort();
        _isSorted = true;
        return _entries.BinarySearch((Hash(key), chunk)) >= 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        _entries.Capacity = 0;
    }

    private static ulong Hash(string key) => KeyHash.Of(MemoryMarshal.AsBytes(key.AsSpan()));
}
