using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Storage;

namespace PyperCache.Core.Tests;

/// <summary>The store of the documentation: the plain contract and nothing more.</summary>
internal sealed class InMemoryStore : IRecordStore
{
    private readonly ConcurrentDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);

    public bool IsDisposed { get; private set; }

    public IReadOnlyCollection<string> Keys => [.. _records.Keys];

    public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record) => _records.TryGetValue(key, out record);

    public void Put(string key, StoredRecord record) => _records[key] = record;

    public bool Remove(string key) => _records.TryRemove(key, out _);

    public void Clear() => _records.Clear();

    public void Dispose() => IsDisposed = true;
}
