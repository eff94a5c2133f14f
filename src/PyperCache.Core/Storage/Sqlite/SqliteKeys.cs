using System.Collections;

namespace PyperCache.Storage.Sqlite;

/// <summary>The keys of a store, fetched page by page while they are enumerated, so that they are never all in memory.</summary>
internal sealed class SqliteKeys(SqliteStore store) : IReadOnlyCollection<string>
{
    private const int PageSize = 500;

    public int Count => (int)Math.Min(store.Count, int.MaxValue);

    public IEnumerator<string> GetEnumerator()
    {
        string? last = null;
        List<string> page;
        do
        {
            page = store.KeysAfter(last, PageSize);
            foreach (string key in page)
                yield return last = key;
        }
        while (page.Count == PageSize);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
