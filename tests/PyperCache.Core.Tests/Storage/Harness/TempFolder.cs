namespace PyperCache.Storage;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Directory.CreateDirectory(FullPath);

    public string FullPath { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "pypercache-" + Guid.NewGuid().ToString("N"));

    public string Path(string name) => System.IO.Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
