using System.Collections.Concurrent;

namespace PyperCache.Query.Evaluation;

/// <summary>Where the members of the objects are that paths have led through, for payloads that are asked more than once. Safe to share between threads.</summary>
/// <remarks>
/// It pays for paths: a key behind a large array is then found in a few nanoseconds instead of by passing over the array again. Filters and
/// plucks do not use it; they are as fast on the bytes as on a parsed document.
/// </remarks>
internal sealed class MemberIndex
{
    /// <summary>Bounds the memory: objects beyond are searched as if there were no index.</summary>
    private const int MaxObjects = 64;

    private readonly ConcurrentDictionary<int, MemberTable> _objects = new();

    /// <summary>The offset of the value of a member.</summary>
    /// <param name="json">All bytes.</param>
    /// <param name="start">The offset of the object's bracket.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The offset, or -1 when there is no such member.</param>
    /// <returns>False when the object is not in the index.</returns>
    public bool TryFind(ReadOnlySpan<byte> json, int start, KeyPattern key, out int value)
    {
        value = -1;
        if (!_objects.TryGetValue(start, out MemberTable? table))
        {
            if (_objects.Count >= MaxObjects)
                return false;
            table = MemberTable.Read(json, start);
            _objects.TryAdd(start, table);
        }

        return table.TryFind(key.Text, out value);
    }
}
