using System.Globalization;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Many records: what a process that opens them needs. PYPERCACHE_RECORDS sets how many.</summary>
public sealed class SizeTests : FolderFixture
{
    private const int RecordsInCi = 100_000;
    private const long MostMemory = 50L << 20;

    // For each key, what is needed while a manifest is opened: the map, and what was found in a chunk until it has been read to its end.
    private const int MostOfAKey = 48;
    private const int BatchSize = 10_000;

    private static readonly int s_records =
        int.TryParse(Environment.GetEnvironmentVariable("PYPERCACHE_RECORDS"), CultureInfo.InvariantCulture, out int records) ? records : RecordsInCi;


    [TestCase(".db")]
    [TestCase(".json")]
    [TestCase(".pkl")]
    [TestCase(".manifest")]
    public async Task Memory_does_not_grow_with_the_records(string extension)
    {
        Fill(Folder.Path("full" + extension));
        new Cache(Folder.Path("empty" + extension)).Dispose();

        (long emptyMemory, _) = await OpenElsewhereAsync("empty" + extension, count: 0);
        (long memory, string opening) = await OpenElsewhereAsync("full" + extension, s_records);

        TestContext.Out.WriteLine($"{extension}, {s_records} records: {(memory - emptyMemory) >> 20} MiB above an empty one, opened in {opening} ms");
        Assert.That(memory - emptyMemory, Is.LessThan(MostMemory + (extension == ".manifest" ? MostOfAKey * s_records : 0)));
    }

    private async Task<(long Memory, string Opening)> OpenElsewhereAsync(string file, int count)
    {
        (int exitCode, string output) = await ChildProcess.RunAsync("size", Folder.Path(file));
        Assert.That(exitCode, Is.Zero, output);
        string[] parts = output.Trim().Split('\t');
        Assert.That(parts[2], Is.EqualTo(count.ToString(CultureInfo.InvariantCulture)));
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    private static void Fill(string path)
    {
        string payload = "{\"text\":\"" + new string('x', 200 - 11) + "\"}";
        using var cache = new Cache(path);
        for (int first = 0; first < s_records; first += BatchSize)
        {
            cache.EnableManualFlushMode();
            for (int i = first; i < Math.Min(first + BatchSize, s_records); i++)
                cache.Store($"https://api.example.com/v1/items/{i}", payload);
            cache.DisableManualFlushMode();
        }
    }
}
