namespace PyperCache.Samples.Tests.Programs;

/// <summary>A folder for the files of one test.</summary>
internal sealed class SampleFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pypercache-sample-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
