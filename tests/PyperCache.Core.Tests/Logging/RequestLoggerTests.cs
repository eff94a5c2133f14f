using System.Text;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Logging;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Logging;

public sealed class RequestLoggerTests : FolderFixture
{
    private FakeTimeProvider _time = null!;

    private string FilePath => Folder.Path("requests.log");

    [SetUp]
    public void SetClock() => _time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_713_000_000));

    [Test]
    public void A_line_has_the_form_of_the_python_original()
    {
        _time.Advance(TimeSpan.FromSeconds(0.25));
        using RequestLogger log = Open();
        log.Log("https://api.example.com/v1/items?page=0&q=caf%C3%A9", 200);
        log.Log("/é\"\\\n😀+<>'", 404);

        Assert.That(
            File.ReadAllLines(FilePath),
            Is.EqualTo(new[]
            {
                """{"uri": "https://api.example.com/v1/items?page=0&q=caf%C3%A9", "status": 200, "timestamp": 1713000000.25}""",
                """{"uri": "/\u00e9\"\\\n\ud83d\ude00+<>'", "status": 404, "timestamp": 1713000000.25}""",
            }));
        Assert.That(log.AsList()[1].Uri, Is.EqualTo("/é\"\\\n😀+<>'"));
    }

    [Test]
    public void Entries_of_the_last_seconds_come_oldest_first()
    {
        using RequestLogger log = Open();
        log.Log("/old", 200);
        _time.Advance(TimeSpan.FromSeconds(100));
        log.Log("/a", 200);
        _time.Advance(TimeSpan.FromSeconds(30));
        log.Log("/b", 500);

        IReadOnlyList<LogRecord> last = log.GetLogsFromLastSeconds(60);

        Assert.That(last.Select(record => record.Uri), Is.EqualTo(new[] { "/a", "/b" }));
        Assert.That(last[1].Timestamp, Is.EqualTo(_time.GetUtcNow()));
        Assert.That(last[1].Data.ToJsonString(), Is.EqualTo("""{"uri":"/b","status":500}"""));
        Assert.That(log.AsList(), Has.Count.EqualTo(3));
    }

    [Test]
    public void Broken_lines_do_not_hide_the_others()
    {
        File.WriteAllText(
            FilePath,
            """
            {"uri": "/a", "status": 200, "timestamp": 1713000000.25}
            {"uri": "/b", "stat
            not json

            {"uri": "/c", "status": "200", "timestamp": 1}
            {"uri": "/d", "status": 200, "timestamp": 1e400}
            {"uri": "/e", "status": 201, "timestamp": 1713000001}
            {"uri": "/f", "status": 2
            """);
        using RequestLogger log = Open();
        log.Log("/g", 202);

        Assert.That(log.AsList().Select(record => record.Uri), Is.EqualTo(new[] { "/a", "/e", "/g" }));
    }

    [Test]
    public void Two_loggers_and_many_threads_write_to_one_file()
    {
        using RequestLogger first = Open();
        using RequestLogger second = Open();

        Parallel.For(0, 2_000, i => (i % 2 == 0 ? first : second).Log($"/{i}", 200));

        Assert.That(first.AsList().Select(record => record.Uri), Is.EquivalentTo(Enumerable.Range(0, 2_000).Select(i => $"/{i}")));
    }

    [Test]
    public void Lines_longer_than_the_read_buffer_are_read()
    {
        using RequestLogger log = Open();
        string uri = "/" + new string('x', 300_000);
        log.Log("/a", 200);
        log.Log(uri, 200);
        log.Log("/b", 200);

        Assert.That(log.AsList().Select(record => record.Uri), Is.EqualTo(new[] { "/a", uri, "/b" }));
    }

    [Test]
    public void A_log_over_its_size_is_put_away_and_the_oldest_is_dropped()
    {
        using RequestLogger log = new(FilePath, new RequestLoggerOptions { TimeProvider = _time, MaxBytes = 1_000, KeptFiles = 2 });
        for (int i = 0; i < 100; i++)
            log.Log($"/{i:000}", 200);

        string[] files = [.. Directory.EnumerateFiles(Folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.That(files, Is.EqualTo(new[] { "requests.log", "requests.log.1", "requests.log.2" }));
        Assert.That(files.Select(file => new FileInfo(Folder.Path(file)).Length), Is.All.LessThanOrEqualTo(1_000));
        string[] kept = [.. log.AsList().Select(record => record.Uri)];
        Assert.That(kept, Is.Ordered);
        Assert.That(kept[^1], Is.EqualTo("/099"));
        Assert.That(kept, Has.Length.GreaterThan(30).And.Length.LessThan(60));
    }

    [Test]
    public void A_second_logger_follows_a_rotation()
    {
        var options = new RequestLoggerOptions { TimeProvider = _time, MaxBytes = 500, KeptFiles = 100 };
        using RequestLogger first = new(FilePath, options);
        using RequestLogger second = new(FilePath, options);

        for (int i = 0; i < 200; i++)
            (i % 3 == 0 ? first : second).Log($"/{i:000}", 200);

        Assert.That(first.AsList().Select(record => record.Uri), Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"/{i:000}")));
    }

    [Test]
    public void A_log_that_was_deleted_is_begun_anew()
    {
        using RequestLogger log = Open();
        log.Log("/a", 200);
        File.Delete(FilePath);
        log.Log("/b", 200);

        Assert.That(File.ReadAllText(FilePath), Does.Contain("/b").And.Not.Contain("/a"));
    }

    [Test]
    public void Only_the_owner_can_read_it()
    {
        using RequestLogger log = Open();
        log.Log("/a", 200);

        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void A_closed_log_says_so()
    {
        RequestLogger log = Open();
        log.Dispose();
        log.Dispose();

        Assert.That(() => log.Log("/a", 200), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void A_log_that_is_not_there_is_empty()
    {
        using RequestLogger log = Open();

        Assert.That(log.AsList(), Is.Empty);
        Assert.That(File.Exists(FilePath), Is.False);
    }

    private RequestLogger Open() => new(FilePath, new RequestLoggerOptions { TimeProvider = _time });
}
