using System.Text;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Keeps account of what a process that was killed had done for certain, and what it was about to do.</summary>
internal sealed class CrashLedger
{
    private readonly Dictionary<string, long> _stored = [];
    private (string What, string Key, long Version) _begun;
    private bool _isOpen;

    public void Read(string line)
    {
        string[] parts = line.Split('\t');
        if (parts.Length != 4 || !long.TryParse(parts[3], out long version))
            return;
        _begun = (parts[1], parts[2], version);
        _isOpen = parts[0] == "will";
        if (!_isOpen)
            Settle(parts[1], parts[2], version);
    }

    /// <summary>Compares the cache with the account, and goes on from what is there.</summary>
    public void Check(Cache cache)
    {
        Dictionary<string, long> found = cache.Keys.ToDictionary(key => key, key => VersionOf(cache, key));
        if (_isOpen && _begun.What == "erase" && found.Count == 0)
            _stored.Clear();
        foreach (string key in _stored.Keys.Union(found.Keys).ToList())
            CheckKey(key, found);
        _isOpen = false;
    }

    private static long VersionOf(Cache cache, string key)
    {
        CacheRecord record = cache.Get(key);
        long version = record.Data.GetProperty("version").GetInt64();
        Assert.That(Encoding.UTF8.GetString(record.Payload.Span), Is.EqualTo(CrashChild.Storing.Payload(key, version)), key);
        return version;
    }

    private void CheckKey(string key, Dictionary<string, long> found)
    {
        bool isInFlight = _isOpen && _begun.Key == key;
        long? now = found.TryGetValue(key, out long version) ? version : null;
        long? before = _stored.TryGetValue(key, out long stored) ? stored : null;
        long? after = _begun.What == "store" ? _begun.Version : null;
        Assert.That(now == before || (isInFlight && now == after), Is.True, $"{key}: was {before}, is {now}, in flight: {isInFlight} {_begun}");
        if (now is { } there)
            _stored[key] = there;
        else
            _stored.Remove(key);
    }

    private void Settle(string what, string key, long version)
    {
        switch (what)
        {
            case "store": _stored[key] = version; break;
            case "remove": _stored.Remove(key); break;
            case "erase": _stored.Clear(); break;
        }
    }
}
