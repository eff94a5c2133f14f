using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>Runs the model generator over sources with the usual usings.</summary>
internal static class ModelRuns
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using PyperCache.Models;

        """;

    /// <summary>The sources must generate code that compiles without a warning.</summary>
    public static GeneratorRun Run(params string[] sources) =>
        GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: false, [.. sources.Select(static s => Usings + s)]);

    /// <summary>The sources are wrong: nothing is compiled.</summary>
    public static GeneratorRun RunWrong(string source) => RunUncompiled(source);

    /// <summary>The output is not compiled: it is wrong, or large and not what the test is about.</summary>
    public static GeneratorRun RunUncompiled(params string[] sources) =>
        GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: true, [.. sources.Select(static s => Usings + s)]);
}
