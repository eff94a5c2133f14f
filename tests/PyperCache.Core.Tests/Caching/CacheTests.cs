using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

public sealed class CacheTests : FolderFixture
{
    private FakeTimeProvider _time = null!;
    private Cache _cache = null!;

    [SetUp]
    public void OpenCache()
    {
        _time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        _cache = new Cache(Folder.Path("app_cache.db"), new CacheOptions { TimeProvider = _time });
    }

    [TearDown]
    public void CloseCache() => _cache.Close();

    [Test]
    public void A_node_is_stored_and_read()
    {
        _cache.Store("user:1", new JsonObject { ["name"] = "Alice", ["role"] = "admin" });

        CacheRecord record = _cache.Get("user:1");

        Assert.That(record.Data.GetProperty("name").GetString(), Is.EqualTo("Alice"));
        Assert.That(Text(record), Is.EqualTo("""{"name":"Alice","role":"admin"}"""));
        Assert.That(record.Timestamp, Is.EqualTo(_time.GetUtcNow()));
        Assert.That(record.Expiry, Is.EqualTo(Timeout.InfiniteTimeSpan));
        Assert.That(record.CastName, Is.Null);
        Assert.That(record.IsDataStale, Is.False);
    }

    [Test]
    public void Every_form_of_json_is_stored_as_it_is()
    {
        const string Json = """{ "n": 1.50, "s": "é" }""";
        byte[] utf8 = Encoding.UTF8.GetBytes(Json);
        _cache.Store("span", utf8.AsSpan());
        _cache.Store("memory", utf8.AsMemory());
        _cache.Store("array", utf8);
        _cache.Store("text", Json);
        _cache.Store("element", JsonElement.Parse(Json));

        foreach (string key in _cache.Keys)
            Assert.That(Text(_cache.Get(key)), Is.EqualTo(Json), key);
        Assert.That(_cache.Count, Is.EqualTo(5));
    }

    [Test]
    public void Nodes_of_every_kind_are_stored()
    {
        _cache.Store("array", new JsonArray(1, "x", null));
        _cache.Store("value", JsonValue.Create("text"));
        _cache.Store("null", (JsonNode?)null);

        Assert.That(Text(_cache.Get("array")), Is.EqualTo("[1,\"x\",null]"));
        Assert.That(_cache.Get("value").Data.GetString(), Is.EqualTo("text"));
        Assert.That(_cache.Get("null").Data.ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("")]
    [TestCase("hello")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("{\"a\":1,}")]
    [TestCase("[NaN]")]
    [TestCase("01")]
    [TestCase("'x'")]
    public void What_is_no_json_is_refused_and_nothing_is_stored(string text)
    {
        Assert.That(() => _cache.Store("key", text), Throws.InstanceOf<JsonException>().With.Message.Contains("'key'"));
        Assert.That(() => _cache.Store("key", Encoding.UTF8.GetBytes(text)), Throws.InstanceOf<JsonException>());
        Assert.That(_cache.Has("key"), Is.False);

        _cache.Store("key", "1");
        Assert.That(() => _cache.Update("key", text), Throws.InstanceOf<JsonException>());
        Assert.That(Text(_cache.Get("key")), Is.EqualTo("1"));
    }

    [Test]
    public void The_callers_bytes_are_copied()
    {
        byte[] bytes = "[1]"u8.ToArray();
        _cache.EnableManualFlushMode();
        _cache.Store("key", bytes);
        bytes[1] = (byte)'2';

        Assert.That(Text(_cache.Get("key")), Is.EqualTo("[1]"));
    }

    [Test]
    public void A_missing_key_is_named()
    {
        Assert.That(() => _cache.Get("user:9"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("user:9"));
        Assert.That(() => _cache.Update("user:9", "1"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("user:9"));
        Assert.That(_cache.TryGet("user:9", out CacheRecord? record), Is.False);
        Assert.That(record, Is.Null);
        Assert.That(_cache.Has("user:9"), Is.False);
        Assert.That(_cache.IsDataFresh("user:9"), Is.False);
        Assert.That(_cache.Remove("user:9"), Is.False);
    }

    [Test]
    public void A_record_becomes_stale_when_it_is_older_than_its_expiry_and_stays_readable()
    {
        _cache.Store("key", "1", expiry: TimeSpan.FromMinutes(5));
        CacheRecord early = _cache.Get("key");

        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.That(_cache.IsDataFresh("key"), Is.True);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(_cache.IsDataFresh("key"), Is.False);
        Assert.That(early.IsDataStale, Is.True);
        Assert.That(_cache.Has("key"), Is.True);
        Assert.That(_cache.Get("key").IsDataStale, Is.True);
    }

    [Test]
    public void An_expiry_of_zero_is_stale_at_once_and_a_negative_one_is_refused()
    {
        _cache.Store("key", "1", expiry: TimeSpan.Zero);

        Assert.That(_cache.IsDataFresh("key"), Is.False);
        Assert.That(() => _cache.Store("key", "2", expiry: TimeSpan.FromSeconds(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(Text(_cache.Get("key")), Is.EqualTo("1"));
    }

    [Test]
    public void Updating_renews_the_timestamp_and_keeps_expiry_and_cast()
    {
        _cache.Store("key", "1", expiry: TimeSpan.FromMinutes(5), castName: "User");
        _time.Advance(TimeSpan.FromMinutes(10));

        _cache.Update("key", new JsonObject { ["name"] = "A" });

        CacheRecord record = _cache.Get("key");
        Assert.That(Text(record), Is.EqualTo("""{"name":"A"}"""));
        Assert.That(record.Timestamp, Is.EqualTo(_time.GetUtcNow()));
        Assert.That(record.Expiry, Is.EqualTo(TimeSpan.FromMinutes(5)));
        Assert.That(record.CastName, Is.EqualTo("User"));
        Assert.That(record.IsDataStale, Is.False);
    }

    [Test]
    public void AsDict_has_the_form_of_the_files()
    {
        _cache.Store("a", "[1]", expiry: TimeSpan.FromSeconds(1.5), castName: "User");
        _cache.Store("b", "2");

        Assert.That(
            _cache.Get("a").AsDict().ToJsonString(),
            Is.EqualTo("""{"cast":"User","expiry":1.5,"timestamp":1767323045,"data":[1]}"""));
        Assert.That(_cache.Get("b").AsDict()["expiry"]!.GetValue<string>(), Is.EqualTo("math.inf"));
    }

    [Test]
    public void Purging_takes_out_stale_records_only()
    {
        _cache.Store("old", "1", expiry: TimeSpan.FromSeconds(1));
        _cache.Store("young", "1", expiry: TimeSpan.FromHours(1));
        _cache.Store("eternal", "1");
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_cache.PurgeStale(), Is.EqualTo(1));
        Assert.That(_cache.Keys, Is.EquivalentTo(new[] { "young", "eternal" }));
    }

    [Test]
    public void Erasing_leaves_nothing()
    {
        _cache.Store("a", "1");
        _cache.EnableManualFlushMode();
        _cache.Store("b", "1");

        _cache.CompletelyEraseCache();

        Assert.That(_cache.Count, Is.Zero);
        Assert.That(_cache.Has("b"), Is.False);
    }

    [Test]
    public void A_closed_cache_says_so_and_may_be_closed_again()
    {
        _cache.Store("key", "1");
        _cache.Close();
        _cache.Close();
        _cache.Dispose();

        Assert.That(() => _cache.Get("key"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => _cache.Store("key", "1"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => _cache.Count, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => _cache.Flush(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void An_unknown_extension_is_refused_with_the_known_ones()
    {
        Assert.That(
            () => new Cache(Folder.Path("cache.xyz")),
            Throws.InstanceOf<NotSupportedException>().With.Message.Contains(".db").And.Message.Contains(".xyz"));
    }

    private static string Text(CacheRecord record) => Encoding.UTF8.GetString(record.Payload.Span);
}
