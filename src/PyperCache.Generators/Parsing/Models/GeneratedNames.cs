using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds members that stand where the generator puts a method of its own.</summary>
internal static class GeneratedNames
{
    /// <summary>The names, each with the types of the parameters that its overloads have.</summary>
    private static readonly Dictionary<string, string[]> s_methods = new()
    {
        ["FromJson"] = ["System.ReadOnlyMemory<byte>", "System.ReadOnlySpan<byte>", "string", "System.Text.Json.JsonElement"],
        ["FromJsonAsync"] = ["System.IO.Stream, System.Threading.CancellationToken"],
        ["FromDict"] = ["System.Text.Json.Nodes.JsonObject"],
        ["Check"] = ["System.ReadOnlySpan<byte>"],
        ["AsDict"] = [""],
        ["ToJson"] = [""],
    };

    public static void Report(ModelContext model)
    {
        foreach (KeyValuePair<string, string[]> generated in s_methods)
        {
            foreach (ISymbol symbol in model.Type.GetMembers(generated.Key))
            {
                if (symbol is not IMethodSymbol method || generated.Value.Contains(Signature(method)))
                    model.Report(ModelDiagnostics.NameIsGenerated, symbol.Locations.FirstOrDefault() ?? Location.None, symbol.Name);
            }
        }
    }

    private static string Signature(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select(static p => p.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString()));
}
