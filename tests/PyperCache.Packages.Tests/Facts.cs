using System.Reflection;

namespace PyperCache.Packages.Tests;

/// <summary>What the build wrote down for the tests.</summary>
internal static class Facts
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Read("Root");

    /// <summary>Where this machine keeps the packages of others. Ours do not get there.</summary>
    public static string PackageFolder { get; } = Read("PackageFolder");

    private static string Read(string key) =>
        typeof(Facts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(fact => fact.Key == key).Value!;
}
