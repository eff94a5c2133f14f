using Microsoft.Extensions.Time.Testing;

namespace PyperCache.Storage;

/// <summary>The bytes that we write, which the Python original reads.</summary>
public sealed class FormatTests
{
    private static readonly CacheOptions s_options = new() { TimeProvider = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(1_713_000_000.25)) };

    private TempFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_json_file_has_the_layout_of_the_python_original()
    {
        Fill(_folder.Path("cache.json"));

        Assert.That(File.ReadAllText(_folder.Path("cache.json")), Is.EqualTo(
            """{"user:1": {"cast": null, "expiry": "math.inf", "timestamp": 1713000000.25, "data": {"id": 1}}, "caf\u00e9 \"x\"": {"cast": "app.models.User", "expiry": 60.5, "timestamp": 1713000000.25, "data": [1,2]}}"""));
        Assert.That(Directory.EnumerateFiles(_folder.FullPath).Count(), Is.EqualTo(1), "nothing is left beside the file");
    }

    [Test]
    public void A_manifest_has_the_layout_of_the_python_original()
    {
        Fill(_folder.Path("chunks.manifest"));

        Assert.That(File.ReadAllText(_folder.Path("chunks.manifest")), Is.EqualTo(
            """
            {
              "chunk_size_in_bytes": 15728640,
              "chunks_path": ".",
              "chunks_count": 1,
              "chunks_map": {
                "user:1": "0-chunk.pkl",
                "caf\u00e9 \"x\"": "0-chunk.pkl"
              }
            }
            """.ReplaceLineEndings("\n")));
        Assert.That(Directory.EnumerateFiles(_folder.FullPath).Select(Path.GetFileName), Is.EquivalentTo(new[] { "chunks.manifest", "0-chunk.pkl" }));
    }

    [Test]
    public void A_manifest_spreads_records_over_chunks_and_rewrites_only_what_changed()
    {
        string path = _folder.Path("chunks.manifest");
        File.WriteAllText(path, """{"chunk_size_in_bytes": 4000, "chunks_path": ".", "chunks_count": 0, "chunks_map": {}}""");
        string payload = "\"" + new string('x', 500) + "\"";
        using var cache = new Cache(path, s_options);
        for (int i = 0; i < 40; i++)
            cache.Store($"key {i}", payload);
        cache.Flush();
        string[] chunks = [.. Directory.EnumerateFiles(_folder.FullPath, "*-chunk.pkl").Order(StringComparer.Ordinal)];
        Assert.That(chunks, Has.Length.InRange(4, 8));
        Dictionary<string, DateTime> written = chunks.ToDictionary(chunk => chunk, Backdate);

        cache.Store("key 39", "1");
        cache.Flush();

        Assert.That(chunks.Count(chunk => File.GetLastWriteTimeUtc(chunk) != written[chunk]), Is.InRange(1, 2));
        for (int i = 0; i < 39; i++)
            Assert.That(cache.Get($"key {i}").Data.GetString(), Has.Length.EqualTo(500));
        Assert.That(cache.Get("key 39").Data.GetInt32(), Is.EqualTo(1));

        cache.CompletelyEraseCache();
        Assert.That(Directory.EnumerateFiles(_folder.FullPath, "*-chunk.pkl"), Is.Empty);
    }

    [TestCase("""{"chunks_map": {"k": "../0-chunk.pkl"}}""")]
    [TestCase("""{"chunks_map": {"k": "/etc/passwd"}}""")]
    [TestCase("""{"chunks_map": {"k": "-1-chunk.pkl"}}""")]
    [TestCase("""{"chunks_path": "../elsewhere", "chunks_map": {"k": "0-chunk.pkl"}}""")]
    [TestCase("""{"chunks_path": "/tmp", "chunks_map": {}}""")]
    public void A_manifest_that_leaves_its_folder_is_refused(string manifest)
    {
        string path = _folder.Path("chunks.manifest");
        File.WriteAllText(path, manifest);

        Assert.That(() => new Cache(path), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
        Assert.That(File.ReadAllText(path), Is.EqualTo(manifest));
    }

    private static DateTime Backdate(string file)
    {
        var time = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, time);
        return time;
    }

    private static void Fill(string path)
    {
        using var cache = new Cache(path, s_options);
        cache.Store("user:1", """{"id": 1}""");
        cache.Store("café \"x\"", "[1,2]", expiry: TimeSpan.FromSeconds(60.5), castName: "app.models.User");
    }
}
