using System.Diagnostics;
using System.Globalization;
using System.Text;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Files that are not as they should be.</summary>
public sealed class DamageTests : FolderFixture
{
    private static readonly string[] s_extensions = [".db", ".json", ".pkl", ".manifest"];
    private static readonly string[] s_fileExtensions = [".json", ".pkl", ".manifest"];

    private CollectingLogger _logger = null!;

    [SetUp]
    public void CreateLogger() => _logger = new CollectingLogger();

    [TestCaseSource(nameof(s_extensions))]
    public void A_file_that_is_no_cache_is_set_aside_and_reported(string extension)
    {
        string path = Folder.Path("cache" + extension);
        byte[] foreign = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Dear diary, this is no cache. ", 200)));
        File.WriteAllBytes(path, foreign);

        using (Cache cache = Open(path))
        {
            Assert.That(cache.Count, Is.Zero);
            cache.Store("key", "1");
        }

        string aside = Directory.EnumerateFiles(Folder.FullPath, "*.unreadable-*").Single();
        Assert.That(File.ReadAllBytes(aside), Is.EqualTo(foreign), "nothing is deleted");
        Assert.That(_logger.Events, Does.Contain("FileSetAside"));
        using Cache again = Open(path);
        Assert.That(again.Has("key"), Is.True);
    }

    [TestCase("{\"some\": \"other file\"}")]
    [TestCase("{\"chunks_map\": 7}")]
    [TestCase("[1]")]
    public void A_manifest_without_a_map_of_chunks_is_set_aside(string foreign)
    {
        string path = Folder.Path("cache.manifest");
        File.WriteAllText(path, foreign);

        using (Cache cache = Open(path))
            cache.Store("key", "1");

        Assert.That(File.ReadAllText(Directory.EnumerateFiles(Folder.FullPath, "*.unreadable-*").Single()), Is.EqualTo(foreign));
    }

    [TestCaseSource(nameof(s_extensions))]
    public void A_file_that_was_cut_off_anywhere_opens_or_is_set_aside(string extension)
    {
        string whole = Folder.Path("whole" + extension);
        using (Cache cache = Open(whole))
        {
            for (int i = 0; i < 5; i++)
                cache.Store($"key {i}", $$"""{"n":[{{i}},"text {{i}}"]}""");
        }

        string damaged = extension == ".manifest" ? Folder.Path("0-chunk.pkl") : whole;
        byte[] bytes = File.ReadAllBytes(damaged);
        int step = extension == ".db" ? 1_021 : 1;
        for (int length = 1; length < bytes.Length; length += step)
        {
            File.WriteAllBytes(damaged, bytes[..length]);
            using (Cache cache = Open(whole))
            {
                Assert.That(() => cache.Keys.ToList().ForEach(key => cache.TryGet(key, out _)), Throws.Nothing, $"cut off at {length}");
                cache.Store("new", "1");
                Assert.That(cache.Has("new"), Is.True);
            }

            foreach (string file in Directory.EnumerateFiles(Folder.FullPath).Where(file => file != damaged && file != whole))
                File.Delete(file);
            RestoreManifest(extension, whole);
        }
    }

    [TestCaseSource(nameof(s_extensions))]
    public void A_directory_in_the_way_is_named(string extension)
    {
        string path = Folder.Path("cache" + extension);
        Directory.CreateDirectory(path);

        Assert.That(() => Open(path), Throws.InstanceOf<StorageException>().With.Message.Contains(path).And.Message.Contains("directory"));
        Assert.That(Directory.Exists(path), Is.True);
    }

    [TestCaseSource(nameof(s_extensions))]
    public void Folders_are_created(string extension)
    {
        using Cache cache = Open(Folder.Path($"some/where/cache{extension}"));

        cache.Store("key", "1");
        Assert.That(cache.Has("key"), Is.True);
    }

    [TestCaseSource(nameof(s_extensions))]
    public void An_empty_file_is_an_empty_cache(string extension)
    {
        string path = Folder.Path("cache" + extension);
        File.WriteAllBytes(path, []);

        using Cache cache = Open(path);

        Assert.That(cache.Count, Is.Zero);
        Assert.That(_logger.Entries, Is.Empty);
    }

    [TestCaseSource(nameof(s_extensions))]
    public void A_file_deleted_under_an_open_cache_is_begun_anew(string extension)
    {
        string path = Folder.Path("cache" + extension);
        using (Cache cache = Open(path))
        {
            cache.Store("old", "1");
            cache.Flush();
            foreach (string file in Directory.EnumerateFiles(Folder.FullPath))
                File.Delete(file);

            cache.Store("new", "1");
            Assert.That(cache.Has("new"), Is.True);
        }

        using Cache again = Open(path);
        Assert.That(again.Has("new"), Is.True, "what was stored after the deletion is not lost");
        Assert.That(_logger.Events, Does.Contain("FileVanished"));
    }

    [TestCaseSource(nameof(s_fileExtensions))]
    public void A_journal_with_a_torn_tail_keeps_all_before_it(string extension)
    {
        string path = Folder.Path("cache" + extension);
        byte[] journal = JournalOf(path, entries: 3);
        for (int cut = 1; cut <= 60; cut++)
        {
            File.WriteAllBytes(path + ".journal", journal[..^cut]);
            using Cache cache = Open(path);
            Assert.That(cache.Has("key 0"), Is.True);
            Assert.That(cache.Has("key 1"), Is.True);
            Assert.That(cache.Has("key 2"), Is.False);
            cache.Close();
            foreach (string file in Directory.EnumerateFiles(Folder.FullPath))
                File.Delete(file);
        }
    }

    [Test]
    public void A_damaged_entry_in_the_journal_is_kept_aside_with_what_follows()
    {
        string path = Folder.Path("cache.json");
        byte[] journal = JournalOf(path, entries: 3);
        journal[journal.Length / 2] ^= 0x55;
        File.WriteAllBytes(path + ".journal", journal);

        using Cache cache = Open(path);

        Assert.That(cache.Has("key 0"), Is.True);
        Assert.That(cache.Count, Is.EqualTo(1));
        Assert.That(_logger.Events, Does.Contain("JournalTailSetAside"));
        Assert.That(Directory.EnumerateFiles(Folder.FullPath, "*.journal.unreadable-*").Count(), Is.EqualTo(1));
    }

    [Test]
    public void Not_a_number_in_a_python_file_costs_that_record_alone()
    {
        string json = Folder.Path("cache.json");
        File.WriteAllText(json, """
            {"good": {"cast": null, "expiry": "math.inf", "timestamp": 1713000000.25, "data": [1]},
             "bad": {"cast": null, "expiry": 60, "timestamp": 1713000000.25, "data": {"x": NaN, "y": -Infinity}},
             "odd": 7, "also": {"data": 2, "timestamp": 0}}
            """);
        using (Cache cache = Open(json))
        {
            Assert.That(cache.TryGet("bad", out _), Is.False);
            Assert.That(() => cache.Get("bad"), Throws.InstanceOf<KeyNotFoundException>());
            Assert.That(cache.IsDataFresh("bad"), Is.False);
            Assert.That(cache.Get("good").Data[0].GetInt32(), Is.EqualTo(1));
            Assert.That(cache.Get("also").Data.GetInt32(), Is.EqualTo(2));
            cache.Store("new", "3");
        }

        Assert.That(_logger.Events, Does.Contain("RecordUnreadable"));
        Assert.That(File.ReadAllText(json), Does.Contain("NaN").And.Contain("\"new\""), "what cannot be read is not thrown away");
    }

    [TestCaseSource(nameof(s_extensions))]
    public async Task A_full_disk_fails_the_store_and_loses_nothing(string extension)
    {
        string path = Folder.Path("cache" + extension);

        string[][] lines = await FillAsync(path, kilobytes: 400);

        CheckFilled(path, lines);
        Assert.That(lines.Select(line => line[1]), Has.None.EqualTo("CheckpointFailed"));
    }

    [Test]
    public async Task A_disk_that_is_full_for_a_checkpoint_in_the_background_is_reported_and_fails_the_store_that_finds_no_room()
    {
        string path = Folder.Path("cache.db");

        string[][] lines = await FillAsync(path, kilobytes: 1_000, "checkpoints");

        CheckFilled(path, lines);
        Assert.That(lines, Has.Some.EqualTo(new[] { "reported", "CheckpointFailed", "SqliteStorageException" }));
        Assert.That(lines.Where(line => line[0] == "stored").Skip(200), Is.Not.Empty, "there were checkpoints that did not fail");
    }

    /// <summary>Lets a process store until its files may not grow further, which is as if the disk were full.</summary>
    /// <returns>What it wrote.</returns>
    private static async Task<string[][]> FillAsync(string path, int kilobytes, string how = "")
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("There is no ulimit here.");
        string program = Path.Combine(TestContext.CurrentContext.TestDirectory, "PyperCache.CrashChild.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"ulimit -f {kilobytes}; trap '' XFSZ; exec dotnet '{program}' fill '{path}' {how}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using Process child = Process.Start(start)!;
        string[][] lines = [.. (await child.StandardOutput.ReadToEndAsync()).Split('\n').Select(line => line.Split('\t')).Where(line => line.Length == 3)];
        await child.WaitForExitAsync();
        return lines;
    }

    private void CheckFilled(string path, string[][] lines)
    {
        string[][] stored = [.. lines.Where(line => line[0] == "stored")];
        Assert.That(stored, Has.Length.GreaterThan(5));
        Assert.That(lines.Count(line => line[0] == "failed"), Is.EqualTo(1));
        Assert.That(lines.Last(line => line[0] != "reported")[0], Is.EqualTo("still"), "the cache is readable after the failure");
        using Cache cache = Open(path);
        foreach (string[] line in stored)
        {
            string payload = CrashChild.Storing.Payload(line[1], long.Parse(line[2], CultureInfo.InvariantCulture));
            Assert.That(Encoding.UTF8.GetString(cache.Get(line[1]).Payload.Span), Is.EqualTo(payload), line[1]);
        }
    }

    private Cache Open(string path) => new(path, new CacheOptions { Logger = _logger });

    /// <summary>The journal as a killed process leaves it, with an entry for each store.</summary>
    private byte[] JournalOf(string path, int entries)
    {
        using var copy = new MemoryStream();
        using (Cache cache = Open(path))
        {
            for (int i = 0; i < entries; i++)
                cache.Store($"key {i}", "[\"a payload that is somewhat longer than the part that the test cuts off\"]");
            string stolen = path + ".copy";
            Process.Start("cp", [path + ".journal", stolen])!.WaitForExit();
            copy.Write(File.ReadAllBytes(stolen));
        }

        foreach (string file in Directory.EnumerateFiles(Folder.FullPath))
            File.Delete(file);
        return copy.ToArray();
    }

    private static void RestoreManifest(string extension, string path)
    {
        if (extension == ".manifest")
            File.WriteAllText(path, """{"chunk_size_in_bytes":15728640,"chunks_path":".","chunks_count":1,"chunks_map":{"key 0":"0-chunk.pkl","key 1":"0-chunk.pkl"}}""");
    }
}
