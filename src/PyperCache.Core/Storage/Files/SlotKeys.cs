using System.Collections;

namespace PyperCache.Storage.Files;

/// <summary>The keys of a store, read from its files while they are enumerated.</summary>
internal sealed class SlotKeys(FileRecordStore store) : IReadOnlyCollection<string>
{
    public int Count => (int)Math.Min(store.Count, int.MaxValue);

    public IEnumerator<string> GetEnumerator()
    {
        int slot = 0;
        while (store.NextKey(ref slot) is { } key)
            yield return key;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
