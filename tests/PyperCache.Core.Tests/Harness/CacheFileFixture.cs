namespace PyperCache.Core.Tests;

/// <summary>Tests of which each has a <c>.db</c> file of its own, in a folder of its own.</summary>
public abstract class CacheFileFixture
{
    private protected TempFolder Folder { get; private set; } = null!;

    /// <summary>Where the file is, once a test has created it.</summary>
    private protected string FilePath { get; private set; } = null!;

    [SetUp]
    public void CreateFolder()
    {
        Folder = new TempFolder();
        FilePath = Folder.Path("cache.db");
    }

    [TearDown]
    public void DeleteFolder() => Folder.Dispose();
}
