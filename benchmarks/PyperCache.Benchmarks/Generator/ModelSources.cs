using System.Text;

namespace PyperCache.Benchmarks.Generator;

/// <summary>The same models for both generators, one to a file.</summary>
internal static class ModelSources
{
    private const string Properties = """
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public string? Note { get; set; }
            public double Latitude { get; set; }
            public bool IsActive { get; set; }
            public DateTimeOffset Created { get; set; }
            public decimal? Price { get; set; }
            public List<string> Tags { get; set; } = [];
            public long Views { get; set; }
            public Guid Key { get; set; }
        """;

    private const string Usings = "using System;\nusing System.Collections.Generic;\n";

    public static IReadOnlyList<string> ForPyperCache(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => $"{Usings}using PyperCache.Models;\nnamespace App;\n[ApiModel] public partial class Model{i}\n{{\n{Properties}\n}}\n")];

    public static IReadOnlyList<string> ForSystemTextJson(int count)
    {
        StringBuilder context = new("using System.Text.Json.Serialization;\nnamespace App;\n");
        for (int i = 0; i < count; i++)
            context.Append("[JsonSerializable(typeof(Model").Append(i).Append("))]\n");
        context.Append("public partial class ModelContext : JsonSerializerContext;\n");
        return [.. Enumerable.Range(0, count).Select(static i => $"{Usings}namespace App;\npublic class Model{i}\n{{\n{Properties}\n}}\n"), context.ToString()];
    }
}
