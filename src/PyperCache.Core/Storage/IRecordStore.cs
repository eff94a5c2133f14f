using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Storage;

/// <summary>Keeps records under keys: bytes in, bytes out. Time, types and queries live above it.</summary>
/// <remarks>
/// <para>This is the whole contract of a backend. Every member may be called from several threads at once. Let exceptions out: the cache
/// above reports them. Powers that not every backend has are interfaces of their own (<see cref="IUpdatingStore"/>,
/// <see cref="IBatchStore"/>, <see cref="IPayloadLender"/>, <see cref="IPurgingStore"/>, <see cref="ICompactingStore"/>); the cache asks
/// for them with <c>is</c> and does without.</para>
/// <para>When <see cref="Put"/> returns, the record has been handed to the operating system: it survives the death of the process.</para>
/// </remarks>
public interface IRecordStore : IDisposable
{
    /// <summary>The keys at the moment of enumeration, in no promised order. Removing while enumerating is allowed.</summary>
    IReadOnlyCollection<string> Keys { get; }

    /// <summary>How many records there are.</summary>
    long Count => Keys.Count;

    /// <summary>Looks a record up.</summary>
    /// <param name="key">The key; any text, compared by its characters.</param>
    /// <param name="record">The record, when the result is true.</param>
    /// <returns>False when there is no such record or it cannot be read.</returns>
    bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record);

    /// <summary>Writes a record, replacing the one that is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record; its payload is well-formed JSON, which the caller has checked.</param>
    void Put(string key, StoredRecord record);

    /// <summary>Takes a record out.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    bool Remove(string key);

    /// <summary>Whether there is a record under the key, stale or not.</summary>
    /// <param name="key">The key.</param>
    bool Contains(string key) => TryGet(key, out _);

    /// <summary>Takes all records out.</summary>
    void Clear();

    /// <summary>Writes out whatever is held back. Nothing to do for a store that holds nothing back.</summary>
    void Flush()
    {
    }
}
