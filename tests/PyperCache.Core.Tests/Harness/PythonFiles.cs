namespace PyperCache.Core.Tests;

/// <summary>The files that PyperCache 0.2 for Python wrote.</summary>
internal static class PythonFiles
{
    private static readonly string s_folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Vectors", "interop");

    /// <summary>One of them.</summary>
    public static string PathOf(string file) => Path.Combine(s_folder, file);

    /// <summary>Copies a file with its neighbours, since a store is opened for writing.</summary>
    /// <returns>The copy.</returns>
    public static string CopyTo(TempFolder folder, string file)
    {
        foreach (string neighbour in Directory.EnumerateFiles(Path.GetDirectoryName(PathOf(file))!))
            File.Copy(neighbour, folder.Path(Path.GetFileName(neighbour)));
        return folder.Path(Path.GetFileName(file));
    }
}
