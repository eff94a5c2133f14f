using System.Reflection;

namespace PyperCache.Samples.Tests;

/// <summary>What the build wrote down for the tests.</summary>
internal static class BuildFacts
{
    private static readonly Dictionary<string, string> s_facts =
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(static fact => fact.Key, static fact => fact.Value!);

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The generators of others that a user's project runs: Refit's and System.Text.Json's.</summary>
    public static IReadOnlyList<string> Generators => [s_facts["RefitGenerator"], s_facts["JsonGenerator"]];

    /// <summary>The built program of a sample.</summary>
    public static string Program(string sample) => Path.GetFullPath(s_facts[sample]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PyperCache.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the solution's folder.");
    }
}
