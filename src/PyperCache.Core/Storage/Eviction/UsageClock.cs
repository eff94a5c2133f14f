using System.Collections.Concurrent;

namespace PyperCache.Storage.Eviction;

/// <summary>Remembers in which order keys were used. What was used before the cache was opened counts by the time it was written.</summary>
internal sealed class UsageClock
{
    private readonly ConcurrentDictionary<string, long> _used = new();
    private long _now;

    public void Touch(string key) => _used[key] = Interlocked.Increment(ref _now);

    public void Forget(string key) => _used.TryRemove(key, out _);

    public void ForgetAll() => _used.Clear();

    /// <summary>The records, least recently used first.</summary>
    public IEnumerable<RecordMeasure> LeastRecentFirst(IEnumerable<RecordMeasure> records) =>
        records.OrderBy(record => _used.GetValueOrDefault(record.Key)).ThenBy(record => record.Timestamp);
}
