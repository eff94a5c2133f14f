using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Tests.Harness;

/// <summary>The framework this test runs on, our runtime libraries and Refit, as a user's project would reference them.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsReferenced(string name) =>
        name is "mscorlib" or "netstandard" or "Refit" or "PyperCache.Core" or "PyperCache.Refit" or "Microsoft.Win32.Primitives"
        || name.StartsWith("System", StringComparison.Ordinal);
}
