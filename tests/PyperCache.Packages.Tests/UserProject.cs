using PyperCache.Tests.Programs;

namespace PyperCache.Packages.Tests;

/// <summary>A project as a user has it: a copy outside of the tree, with our packages from the feed.</summary>
internal sealed class UserProject
{
    /// <summary>Copies one of the projects beside the tests, for the test that runs.</summary>
    public UserProject(string name)
    {
        Folder = Path.Combine(Feed.Folder, TestContext.CurrentContext.Test.MethodName!);
        string source = Path.Combine(AppContext.BaseDirectory, name);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The folder of the copy.</summary>
    public string Folder { get; }

    /// <summary>Our packages come from the feed into a folder of the tests; those of others from where this machine has them.</summary>
    public Task<ProgramRun> SdkAsync(params string[] command) => DotNet.RunAsync(
        Folder,
        [
            .. command,
            $"-p:PackagesVersion={Feed.Version}",
            $"-p:RestoreAdditionalProjectSources={Feed.Packages}",
            $"-p:RestorePackagesPath={Path.Combine(Feed.Folder, "packages")}",
            $"-p:RestoreFallbackFolders={Facts.PackageFolder}",
        ]);
}
