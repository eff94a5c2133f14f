using System.Diagnostics;
using System.Globalization;

namespace PyperCache.Core.Tests.Storage;

/// <summary>
/// A process changes a cache and is killed at a random moment, again and again with the same files. PYPERCACHE_KILLS sets how often.
/// </summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CrashTests
{
    private const int LongestWait = 400;
    private const int KillsInCi = 40;

    private static readonly int s_kills =
        int.TryParse(Environment.GetEnvironmentVariable("PYPERCACHE_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : KillsInCi;

    [TestCase(".db")]
    [TestCase(".json")]
    [TestCase(".pkl")]
    [TestCase(".manifest")]
    public void Whatever_was_acknowledged_is_there_after_a_kill(string extension)
    {
        using var folder = new TempFolder();
        string path = folder.Path("cache" + extension);
        var ledger = new CrashLedger();
        var random = new Random(20_240_413);
        for (int kill = 1; kill <= s_kills; kill++)
        {
            RunAndKill(path, kill, ledger, random);
            using var cache = new Cache(path);
            ledger.Check(cache);
            if (kill % 4 == 0)
                cache.Close();
        }

        Assert.That(Directory.EnumerateFiles(folder.FullPath, "cache" + extension + ".unreadable-*"), Is.Empty, "no file was set aside");
    }

    [TestCase(".db")]
    [TestCase(".json")]
    [TestCase(".pkl")]
    [TestCase(".manifest")]
    public void Erasing_that_was_killed_has_erased_all_or_nothing(string extension)
    {
        using var folder = new TempFolder();
        string path = folder.Path("cache" + extension);
        var random = new Random(20_240_414);
        for (int kill = 1; kill <= s_kills / 4; kill++)
        {
            string last = EraseAndKill(path, kill, random);
            using var cache = new Cache(path);
            List<string> keys = [.. cache.Keys];
            if (last.StartsWith("erase", StringComparison.Ordinal))
                Assert.That(keys, Has.Count.EqualTo(0).Or.Count.EqualTo(CrashChild.Erasing.Records), last);
            foreach (string key in keys)
                Assert.That(() => cache.Get(key).Data.GetProperty("version").GetInt64(), Throws.Nothing, key);
            if (kill % 3 == 0)
                cache.CompletelyEraseCache();
        }

        Assert.That(Directory.EnumerateFiles(folder.FullPath, "*.unreadable-*").Where(file => !file.Contains(".journal.", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Kills the process a random moment after it has begun to erase.</summary>
    /// <returns>The last line that it wrote.</returns>
    private static string EraseAndKill(string path, int seed, Random random)
    {
        using Process child = ChildProcess.Start("erase", path, seed.ToString(CultureInfo.InvariantCulture));
        int erasures = random.Next(1, 6);
        string last = "";
        while (erasures > 0 && child.StandardOutput.ReadLine() is { } line)
        {
            last = line;
            if (line.StartsWith("erase", StringComparison.Ordinal))
                erasures--;
        }

        Assert.That(child.HasExited, Is.False, () => child.StandardError.ReadToEnd());
        Thread.SpinWait(random.Next(60_000));
        child.Kill();
        while (child.StandardOutput.ReadLine() is { } line)
            last = line;
        child.WaitForExit();
        return last;
    }

    /// <summary>Kills the process after a random number of its lines and a random moment more, so that it may be anywhere in its work.</summary>
    private static void RunAndKill(string path, int seed, CrashLedger ledger, Random random)
    {
        using Process child = ChildProcess.Start("store", path, seed.ToString(CultureInfo.InvariantCulture));
        int lines = random.Next(1, LongestWait);
        while (lines-- > 0 && child.StandardOutput.ReadLine() is { } line)
            ledger.Read(line);
        Assert.That(child.HasExited, Is.False, () => child.StandardError.ReadToEnd());
        Thread.SpinWait(random.Next(100_000));
        child.Kill();
        while (child.StandardOutput.ReadLine() is { } line)
            ledger.Read(line);
        child.WaitForExit();
    }
}
