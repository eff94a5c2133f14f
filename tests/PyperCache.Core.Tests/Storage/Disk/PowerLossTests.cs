using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>What <see cref="Durability.PowerLoss"/> promises can only be kept if the disk was waited for before a call returns, and in the right order.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PowerLossTests
{
    private static readonly string[] s_extensions = [".db", ".json", ".pkl", ".manifest"];
    private static readonly string[] s_fileExtensions = [".json", ".pkl", ".manifest"];

    [TestCaseSource(nameof(s_extensions))]
    public async Task Every_change_waits_for_the_disk_and_the_first_for_the_name_of_its_file(string extension)
    {
        using var folder = new TempFolder();
        string path = folder.Path("sub/folder/cache" + extension);

        List<string> told = await WatchAsync(path, Durability.PowerLoss);

        foreach (string change in Changes(told))
            Assert.That(Between(told, "will\t" + change, "done\t" + change), Has.Some.StartsWith("synced\t" + path), change);
        List<string> first = told[..told.IndexOf("done\tstore 0")];
        Assert.That(first, Has.Member("synced\t" + Path.GetDirectoryName(path)));
        Assert.That(first, Has.Member("synced\t" + folder.Path("sub")));
        Assert.That(first, Has.Member("synced\t" + folder.FullPath));
    }

    [TestCaseSource(nameof(s_extensions))]
    public async Task Where_only_the_process_may_die_no_change_waits(string extension)
    {
        using var folder = new TempFolder();
        string path = folder.Path("cache" + extension);

        List<string> told = await WatchAsync(path, Durability.Process);

        foreach (string change in Changes(told))
            Assert.That(Between(told, "will\t" + change, "done\t" + change), Is.Empty, change);
    }

    [TestCaseSource(nameof(s_fileExtensions))]
    public async Task The_journal_is_emptied_when_what_took_it_in_is_on_the_disk_under_its_name(string extension)
    {
        using var folder = new TempFolder();
        string path = folder.Path("cache" + extension);

        List<string> told = await WatchAsync(path, Durability.Process);

        List<string> flush = Between(told, "will\tflush", "done\tflush");
        int cut = flush.IndexOf($"cuts\t{path}.journal");
        int renamed = flush.IndexOf("renamed\t" + path);
        Assert.That(flush.IndexOf($"synced\t{path}.tmp"), Is.InRange(0, renamed), string.Join('\n', flush));
        Assert.That(flush.LastIndexOf("synced\t" + folder.FullPath), Is.InRange(renamed, cut), string.Join('\n', flush));
    }

    private static async Task<List<string>> WatchAsync(string path, Durability durability)
    {
        (int exitCode, string output) = await ChildProcess.RunWithAsync(new() { ["LD_PRELOAD"] = DiskWatch.Library }, "sync", path, durability.ToString());
        Assert.That(exitCode, Is.Zero, output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static IEnumerable<string> Changes(List<string> told) =>
        told.Where(line => line.StartsWith("will\t", StringComparison.Ordinal)).Select(line => line["will\t".Length..]).Where(what => what != "flush");

    private static List<string> Between(List<string> told, string from, string to) => told[(told.IndexOf(from) + 1)..told.IndexOf(to)];
}
