using System.Runtime.InteropServices;

namespace PyperCache.Storage.Chunked;

/// <summary>Which chunk counts for which key, at 8 bytes a key: only while a manifest is opened.</summary>
internal sealed class ChunkMap
{
    private const int ChunkBits = 20;
    private const ulong ChunkMask = (1UL << ChunkBits) - 1;

    // The rest of a hash, and the number of a chunk in the lowest bits.
    private readonly List<ulong> _entries = [];
    private bool _isSorted;

    /// <summary>Makes room at once, so that nothing is copied while the map grows.</summary>
    public void EnsureCapacity(int keys) => _entries.EnsureCapacity(keys);

    public void Add(string key, int chunk)
    {
        _entries.Add(Entry(key, chunk));
        _isSorted = false;
    }

    /// <summary>Whether the chunk counts for the key. With a million keys it is wrongly said to for one in some 17 million that are asked for.</summary>
    public bool Contains(string key, int chunk)
    {
        if (!_isSorted)
            _entries.Sort();
        _isSorted = true;
        return _entries.BinarySearch(Entry(key, chunk)) >= 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        _entries.Capacity = 0;
    }

    private static ulong Entry(string key, int chunk) =>
        (KeyHash.Of(MemoryMarshal.AsBytes(key.AsSpan())) & ~ChunkMask) | ((ulong)chunk & ChunkMask);
}
