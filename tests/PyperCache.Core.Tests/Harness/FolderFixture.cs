namespace PyperCache.Core.Tests;

/// <summary>Tests of which each has a folder of its own.</summary>
public abstract class FolderFixture
{
    private protected TempFolder Folder { get; private set; } = null!;

    [SetUp]
    public void CreateFolder() => Folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => Folder.Dispose();
}
