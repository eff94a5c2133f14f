namespace PyperCache.Generators.Tests.Harness;

/// <summary>Finds files of the repository from the folder in which the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, name)))
                return Path.Combine(folder.FullName, name);
        }

        throw new FileNotFoundException($"No {name} in any folder above {AppContext.BaseDirectory}.");
    }
}
