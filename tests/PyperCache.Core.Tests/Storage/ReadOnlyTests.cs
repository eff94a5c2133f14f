using System.Diagnostics;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>A folder in which nothing can be created or changed.</summary>
public sealed class ReadOnlyTests : FolderFixture
{
    private static readonly string[] s_extensions = [".db", ".json", ".pkl", ".manifest"];
    private static readonly string[] s_fileExtensions = [".json", ".pkl", ".manifest"];

    [TestCaseSource(nameof(s_extensions))]
    public void Opening_says_that_nothing_can_be_written_there(string extension)
    {
        string path = Folder.Path("cache" + extension);
        using (var cache = new Cache(path))
            cache.Store("key", "1");
        Freeze();

        Assert.That(() => new Cache(path), Throws.InstanceOf<StorageException>().With.Message.Contains(path));
        Assert.That(() => new Cache(Folder.Path("new" + extension)), Throws.InstanceOf<StorageException>().With.Message.Contains("new" + extension));
        Assert.That(() => new Cache(Folder.Path("sub/new" + extension)), Throws.InstanceOf<StorageException>().With.Message.Contains("sub"));

        Unfreeze();
        using var again = new Cache(path);
        Assert.That(again.Get("key").Data.GetInt32(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(s_fileExtensions))]
    public void AFolder_that_becomes_read_only_costs_nothing_that_was_stored(string extension)
    {
        string path = Folder.Path("cache" + extension);
        using (var cache = new Cache(path))
        {
            cache.Store("before", "1");
            Freeze();
            cache.Store("after", "2");

            Assert.That(cache.Flush, Throws.InstanceOf<StorageException>().With.Message.Contains(path));
            Assert.That(cache.Get("before").Data.GetInt32(), Is.EqualTo(1));
            Assert.That(cache.Get("after").Data.GetInt32(), Is.EqualTo(2));
        }

        Unfreeze();
        using var again = new Cache(path);
        Assert.That(again.Get("before").Data.GetInt32(), Is.EqualTo(1));
        Assert.That(again.Get("after").Data.GetInt32(), Is.EqualTo(2));
    }

    /// <summary>Takes the right to write away; from root, whom permissions do not stop, by making the folder immutable.</summary>
    private void Freeze()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Read-only folders can be written to here.");
            return;
        }

        File.SetUnixFileMode(Folder.FullPath, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        if (CanCreate())
            ChangeAttributes("+i");
        if (CanCreate())
            Assert.Ignore("This user can write everywhere, and the file system knows no immutable folders.");
    }

    [TearDown]
    public void Unfreeze()
    {
        if (OperatingSystem.IsWindows())
            return;
        ChangeAttributes("-i");
        File.SetUnixFileMode(Folder.FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private bool CanCreate()
    {
        string probe = Folder.Path("probe");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TestContext.Out.WriteLine(e.Message);
            return false;
        }
    }

    private void ChangeAttributes(string change)
    {
        var start = new ProcessStartInfo("chattr", [change, Folder.FullPath]) { RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            TestContext.Out.WriteLine($"chattr {change}: {process.ExitCode} {error}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            TestContext.Out.WriteLine(e.Message);
        }
    }
}
