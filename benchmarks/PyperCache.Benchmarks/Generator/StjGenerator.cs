using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PyperCache.Benchmarks.Generator;

/// <summary>The generator of System.Text.Json, from the targeting pack of the SDK that this program runs on.</summary>
internal static class StjGenerator
{
    private const string File = "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll";
    private const string TypeName = "System.Text.Json.SourceGeneration.JsonSourceGenerator";

    public static IIncrementalGenerator Create()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(framework, "../../../packs/Microsoft.NETCore.App.Ref"));
        string path = Directory.GetDirectories(packs).Order(StringComparer.Ordinal).Select(static p => Path.Combine(p, File)).Last(System.IO.File.Exists);
        return (IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetType(TypeName, throwOnError: true)!)!;
    }
}
