namespace PyperCache.Core.Tests;

/// <summary>Tests of which each has a <c>.db</c> file of its own, in a folder of its own.</summary>
public abstract class CacheFileFixture : FolderFixture
{
    /// <summary>Where the file is, once a test has created it.</summary>
    private protected string FilePath => Folder.Path("cache.db");
}
