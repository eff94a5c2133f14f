using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Logging;

namespace PyperCache.Core.Tests.Storage;

/// <summary>The files that PyperCache 0.2 for Python wrote.</summary>
public sealed class InteropTests : FolderFixture
{
    [TestCase("db/cache.db")]
    [TestCase("json/cache.json")]
    [TestCase("pkl/cache.pkl")]
    [TestCase("manifest/chunks.manifest")]
    public void Every_record_of_the_python_original_comes_back(string file)
    {
        using var cache = new Cache(CopyVector(file));

        AssertExpected(cache);
    }

    [TestCase("db/cache.db")]
    [TestCase("json/cache.json")]
    [TestCase("pkl/cache.pkl")]
    [TestCase("manifest/chunks.manifest")]
    public void Every_record_is_still_there_after_we_have_written(string file)
    {
        string path = CopyVector(file);
        using (var cache = new Cache(path))
        {
            cache.Store("ours", "[1]");
            cache.Remove("row:000");
            cache.Flush();
            cache.Store("row:000", """{"i": 0, "text": ""}""");
            cache.Remove("ours");
        }

        using var again = new Cache(path);
        Assert.That(again.Has("ours"), Is.False);
        Assert.That(again.Get("row:000").Data.GetProperty("i").GetInt32(), Is.Zero);
        AssertExpected(again, except: "row:000");
    }

    [TestCase("db/cache.db")]
    [TestCase("json/cache.json")]
    [TestCase("pkl/cache.pkl")]
    [TestCase("manifest/chunks.manifest")]
    public void Numbers_keep_their_text(string file)
    {
        string path = CopyVector(file);
        const string Numbers = """{"u64":18446744073709551615,"e":1e300,"small":5e-324,"negzero":-0.0,"f":0.1,"trail":1.50,"long":0.1234567890123456789}""";
        using (var cache = new Cache(path))
            cache.Store("ours", Numbers);

        using var again = new Cache(path);
        Assert.That(Encoding.UTF8.GetString(again.Get("ours").Payload.Span), Is.EqualTo(Numbers));
        JsonElement theirs = again.Get("numbers").Data;
        Assert.That(theirs.GetProperty("u64").GetRawText(), Is.EqualTo("18446744073709551615"));
        Assert.That(theirs.GetProperty("e").GetRawText(), Is.EqualTo("1e+300"));
        Assert.That(theirs.GetProperty("small").GetRawText(), Is.EqualTo("5e-324"));
        Assert.That(theirs.GetProperty("negzero").GetRawText(), Is.EqualTo("-0.0"));
    }

    [Test]
    public void The_request_log_of_the_python_original_is_read()
    {
        using var log = new RequestLogger(CopyVector("requests.log"));

        IReadOnlyList<LogRecord> records = log.AsList();

        Assert.That(records, Has.Count.EqualTo(20));
        Assert.That(records[3], Is.EqualTo(new LogRecord(
            DateTimeOffset.FromUnixTimeMilliseconds(1_713_000_003_250), "https://api.example.com/v1/items?page=3&q=caf%C3%A9", 500)));
    }

    private static void AssertExpected(Cache cache, string? except = null)
    {
        JsonObject expected = JsonNode.Parse(File.ReadAllBytes(PythonFiles.PathOf("expected.json")))!.AsObject();
        Assert.That(cache.Keys, Is.EquivalentTo(expected.Select(member => member.Key)));
        foreach ((string key, JsonNode? record) in expected.Where(member => member.Key != except))
        {
            CacheRecord got = cache.Get(key);
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(got.Payload.Span), record!["data"]), Is.True, key);
            Assert.That(got.CastName, Is.EqualTo(record["cast"]?.GetValue<string>()), key);
            Assert.That(got.Timestamp, Is.EqualTo(DateTimeOffset.UnixEpoch.AddSeconds(record["timestamp"]!.GetValue<double>())), key);
            TimeSpan expiry = record["expiry"] is { } seconds ? TimeSpan.FromSeconds(seconds.GetValue<double>()) : Timeout.InfiniteTimeSpan;
            Assert.That(got.Expiry, Is.EqualTo(expiry), key);
        }
    }

    private string CopyVector(string file) => PythonFiles.CopyTo(Folder, file);
}
