using System.IO.Compression;
using PyperCache.Tests.Programs;

namespace PyperCache.Packages.Tests;

/// <summary>The packages, made once for all tests as a release makes them, in a folder outside of the tree.</summary>
[SetUpFixture]
public sealed class Feed
{
    private const string Suffix = "test";

    private static readonly string[] s_projects = ["PyperCache.Core", "PyperCache.Refit", "PyperCache.Extensions.DependencyInjection"];

    /// <summary>A folder for all that the tests make.</summary>
    internal static string Folder { get; private set; } = "";

    /// <summary>The folder with the packages.</summary>
    internal static string Packages => Path.Combine(Folder, "feed");

    /// <summary>The version of the packages, one that is never published.</summary>
    internal static string Version =>
        Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Packages, "PyperCache.Core.*.nupkg").Single())["PyperCache.Core.".Length..];

    /// <summary>Opens a package.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="extension">That of the package, or of its symbols.</param>
    internal static ZipArchive Open(string id, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Packages, $"{id}.{Version}.{extension}"));

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        Folder = Directory.CreateTempSubdirectory("pypercache-packages-").FullName;
        foreach (string project in s_projects)
        {
            // Not into the bin and obj of the tree, which others may be reading.
            ProgramRun pack = await DotNet.RunAsync(
                Path.Combine(Facts.Root, "src", project),
                ["pack", "-warnaserror", "--version-suffix", Suffix, "-o", Packages, "--artifacts-path", Path.Combine(Folder, "artifacts")]);
            Assert.That(pack.ExitCode, Is.Zero, pack.Output);
            Assert.That(pack.Output, Does.Not.Contain(": warning ").And.Not.Contain("missing a readme"), project);
        }
    }

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(Folder, recursive: true);
}
