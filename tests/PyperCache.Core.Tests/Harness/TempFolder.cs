namespace PyperCache.Core.Tests;

/// <summary>A folder of its own for a test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("pypercache-").FullName;

    /// <summary>All files in it and in the folders below, relative to it, in order.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(FullPath, file)).Order()];

    public string Path(string name) => System.IO.Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
