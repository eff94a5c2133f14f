using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

/// <summary>The asynchronous members, on a file and on a store that waits.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class AsyncTests(bool waits) : FolderFixture
{
    private WaitingStore _store = null!;
    private Cache _cache = null!;

    [SetUp]
    public void OpenCache()
    {
        _store = new WaitingStore();
        _cache = waits ? new Cache(_store) : new Cache(Folder.Path("cache.db"));
    }

    [TearDown]
    public void CloseCache()
    {
        _cache.Dispose();
        _store.Dispose();
    }

    [Test]
    public async Task Every_form_is_stored_and_read()
    {
        await _cache.StoreAsync("bytes", "[1]"u8.ToArray());
        await _cache.StoreAsync("memory", "[1]"u8.ToArray().AsMemory());
        await _cache.StoreAsync("readonly", (ReadOnlyMemory<byte>)"[1]"u8.ToArray());
        await _cache.StoreAsync("text", "[1]");
        await _cache.StoreAsync("array", new JsonArray { 1 });
        await _cache.StoreAsync("node", JsonNode.Parse("[1]"));
        await _cache.StoreAsync("element", JsonElement.Parse("[1]"));
        await _cache.StoreAsync("model", new List<int> { 1 });

        foreach (string key in _cache.Keys.ToList())
        {
            Assert.That((await _cache.GetAsync(key)).Data.GetRawText(), Is.EqualTo("[1]"), key);
            Assert.That(await _cache.GetObjectAsync<List<int>>(key), Is.EqualTo(new[] { 1 }), key);
        }

        await _cache.StoreAsync("object", new JsonObject { ["a"] = 1 }, TimeSpan.FromMinutes(1), "Name");
        CacheRecord record = await _cache.GetAsync("object");
        Assert.That(record.CastName, Is.EqualTo("Name"));
        Assert.That(record.Expiry, Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(await _cache.IsDataFreshAsync("object"), Is.True);
        Assert.That(await _cache.IsDataFreshAsync("nope"), Is.False);
    }

    [Test]
    public async Task Updating_keeps_what_it_should_and_needs_a_record()
    {
        await _cache.StoreAsync("key", "[1]", TimeSpan.FromMinutes(1), "Name");
        await _cache.UpdateAsync("key", "[2]");
        await _cache.UpdateAsync("key", new List<int> { 3 });

        CacheRecord record = await _cache.GetAsync("key");
        Assert.That(record.Data[0].GetInt32(), Is.EqualTo(3));
        Assert.That((record.Expiry, record.CastName), Is.EqualTo((TimeSpan.FromMinutes(1), "Name")));
        Assert.That(async () => await _cache.UpdateAsync("nope", "1"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("nope"));
    }

    [Test]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.That(await _cache.TryGetAsync("nope"), Is.Null);
        Assert.That(async () => await _cache.GetAsync("nope"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("nope"));
        await _cache.StoreAsync("key", "1");
        Assert.That(await _cache.RemoveAsync("key"), Is.True);
        Assert.That(await _cache.RemoveAsync("key"), Is.False);
    }

    [Test]
    public async Task What_is_no_json_is_refused()
    {
        Assert.That(async () => await _cache.StoreAsync("key", "{"), Throws.InstanceOf<JsonException>());
        Assert.That(await _cache.TryGetAsync("key"), Is.Null);
    }

    [Test]
    public async Task Held_writes_are_seen()
    {
        _cache.EnableManualFlushMode();
        await _cache.StoreAsync("key", "[1]");
        await _cache.UpdateAsync("key", "[2]");
        Assert.That((await _cache.GetAsync("key")).Data[0].GetInt32(), Is.EqualTo(2));
        Assert.That(await _cache.RemoveAsync("key"), Is.True);
        Assert.That(await _cache.TryGetAsync("key"), Is.Null);
        await _cache.StoreAsync("key", "[3]");
        _cache.DisableManualFlushMode();
        Assert.That((await _cache.GetAsync("key")).Data[0].GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task Fetching_goes_the_asynchronous_way()
    {
        int fetches = 0;
        Task<List<int>> Fetch(CancellationToken ct) => Task.FromResult(new List<int> { ++fetches });

        Assert.That(await _cache.GetOrStoreAsync("key", Fetch), Is.EqualTo(new[] { 1 }));
        Assert.That(await _cache.GetOrStoreAsync("key", Fetch), Is.EqualTo(new[] { 1 }));
        if (waits)
            Assert.That(_store.SynchronousCalls, Is.Zero, "no thread waited for the store");
    }

    [Test]
    public void A_caller_who_has_gone_does_not_wait()
    {
        if (!waits)
        {
            Assert.Ignore("A file answers at once.");
            return;
        }

        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Assert.That(async () => await _cache.GetAsync("key", gone.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>A store that is elsewhere, and counts who waits for it with a thread.</summary>
    private sealed class WaitingStore : IAsyncRecordStore
    {
        private readonly ConcurrentDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);

        public int SynchronousCalls { get; private set; }

        public IReadOnlyCollection<string> Keys => [.. _records.Keys];

        public async ValueTask<StoredRecord?> GetAsync(string key, CancellationToken cancellationToken)
        {
            await Elsewhere(cancellationToken);
            return _records.GetValueOrDefault(key);
        }

        public async ValueTask PutAsync(string key, StoredRecord record, CancellationToken cancellationToken)
        {
            await Elsewhere(cancellationToken);
            _records[key] = record;
        }

        public async ValueTask<bool> RemoveAsync(string key, CancellationToken cancellationToken)
        {
            await Elsewhere(cancellationToken);
            return _records.TryRemove(key, out _);
        }

        public bool TryGet(string key, [NotNullWhen(true)] out StoredRecord? record)
        {
            SynchronousCalls++;
            return _records.TryGetValue(key, out record);
        }

        public void Put(string key, StoredRecord record)
        {
            SynchronousCalls++;
            _records[key] = record;
        }

        public bool Remove(string key)
        {
            SynchronousCalls++;
            return _records.TryRemove(key, out _);
        }

        public void Clear() => _records.Clear();

        public void Dispose() => _records.Clear();

        private static async Task Elsewhere(CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
