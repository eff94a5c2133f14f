using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds members that stand where the generator puts a method of its own.</summary>
internal static class GeneratedNames
{
    private static readonly string[] s_names = ["AsDict", "ToJson"];

    public static void Report(ModelContext model)
    {
        foreach (string name in s_names)
        {
            foreach (ISymbol symbol in model.Declared.Named(name))
            {
                if (symbol is not IMethodSymbol { Parameters.Length: > 0 })
                    model.Report(ModelDiagnostics.NameIsGenerated, symbol.Locations.FirstOrDefault() ?? Location.None, symbol.Name);
            }
        }
    }
}
