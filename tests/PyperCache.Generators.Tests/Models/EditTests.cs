using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PyperCache.Generators.Kit.Edits;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>The generator remembers what it has read. After any edit it must say what it would say of the edited project if it saw it for the first time.</summary>
public sealed class EditTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Text.Json.Serialization;\nusing PyperCache.Models;\n";

    /// <summary>A project in which files depend on each other in every way: by a base, an enum, a constant, a row, a part of the type, a default of the assembly.</summary>
    private static readonly string[] s_project =
    [
        "namespace Shop.Models; [ApiModel] public partial record Order(int Id, Customer Buyer, List<Line> Lines, [Columns(\"time\")] List<Row> Rows);",
        "namespace Shop.Models; [ApiModel] public partial class Customer : Person { [Alias(Keys.Level)] public Level Level { get; set; } public Guid Key { get; set; } public System.Guid Other { get; set; } }",
        "namespace Shop.Models; public class Person : Thing { public string Name { get; set; } = \"\"; }",
        "namespace Shop.Models; public class Thing { public int Weight { get; set; } }",
        "namespace Shop.Models; public enum Level { Low, High = Limits.Top }",
        "namespace Shop.Models; public static class Limits { public const int Top = 7; public const string Text = \"lvl\"; }",
        "namespace Shop.Models; public static class Keys { public const string Level = Limits.Text; }",
        "namespace Shop.Models; [ApiModel] public readonly partial record struct Row(int Time, double? Value);",
        "namespace Shop.Models; [ApiModel] public partial class Line { public decimal Price { get; set; } } public partial class Outer { [ApiModel] public partial record Inner(Uri Link); }",
        "namespace Shop.Models; public partial class Line { public string? Note { get; set; } } public partial class Outer { }",
        "namespace Shop; [ApiModel, JsonDerivedType(typeof(Cat), \"cat\")] public partial class Animal { public int Age { get; set; } } [ApiModel] public partial class Cat : Animal { }",
        "namespace Elsewhere; public class Unrelated { public int A { get; set; } }",
    ];

    private static readonly (int File, string Old, string New)[] s_edits =
    [
        (0, "int Id", "long Id"), (0, "[Columns(\"time\")] ", ""), (0, "List<Line>", "[Columns] List<Line>"), (1, "Level Level {", "Level? Level {"), (2, "string Name", "string Title"), (3, "int Weight", "double Weight"), (3, "class Thing", "class Thing<T>"),
        (4, "Low", "Little"), (5, "Top = 7", "Top = 8"), (5, "\"lvl\"", "\"rank\""), (6, "Limits.Text", "\"x\""), (7, "int Time", "int Tick"), (7, "[ApiModel] ", ""),
        (8, "decimal Price", "float Price"), (9, "string? Note", "int Note"), (9, "partial class Outer", "class Outer"), (10, "class Cat : Animal", "class Cat"),
        (11, "class Unrelated", "class Guid"), (11, "namespace Elsewhere", "namespace Shop.Models"), (11, "namespace Elsewhere", "namespace Shop.Models.System"),
        (11, "namespace Elsewhere;", "[assembly: ApiModelDefaults(Naming = KeyNaming.SnakeCaseLower)] namespace Elsewhere;"),
        (11, "namespace Elsewhere; public class Unrelated", "namespace Shop.Models; public class AliasAttribute(string s) : global::System.Attribute { public string S => s; } public class Unrelated"),
        (11, "using System;", "global using Guid = System.String; using System;"), (11, "int A", "int \\u0041"), (11, "class Unrelated", "class List<T>"),
    ];

    [Test]
    public void What_is_remembered_is_what_would_be_read([Range(1, 12)] int seed)
    {
        Random random = new(seed);
        string[] texts = [.. s_project.Select(static s => Usings + s)];
        CSharpCompilation compilation = GeneratorHarness.Compile(texts);
        GeneratorDriver driver = GeneratorHarness.Driver(new ApiModelGenerator()).RunGenerators(compilation);
        List<string> history = [];
        for (int step = 0; step < 12; step++)
        {
            (int file, string old, string @new) = s_edits[random.Next(s_edits.Length)];
            bool isDone = !texts[file].Contains(old, StringComparison.Ordinal) || (texts[file].Contains(@new, StringComparison.Ordinal) && @new.Contains(old, StringComparison.Ordinal));
            texts[file] = isDone && @new.Length > 0 ? texts[file].Replace(@new, old, StringComparison.Ordinal) : texts[file].Replace(old, @new, StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], GeneratorHarness.Parse(texts[file], $"Source{file}.cs"));
            driver = driver.RunGenerators(compilation);
            history.Add($"{file}: {old} -> {@new}");
            GeneratorDriver fresh = GeneratorHarness.Driver(new ApiModelGenerator()).RunGenerators(GeneratorHarness.Compile(texts));
            Assert.That(Said(driver), Is.EqualTo(Said(fresh)), string.Join("\n", history));
        }
    }

    [Test]
    public void What_an_edit_cannot_reach_is_not_read_again()
    {
        (CSharpCompilation compilation, GeneratorDriver driver, Func<int> reads) = CountReads();
        int first = reads();
        compilation = compilation.AddSyntaxTrees(GeneratorHarness.Parse("namespace Elsewhere; class Another { }", "Another.cs"));
        driver = driver.RunGenerators(compilation);
        Assert.That(reads(), Is.EqualTo(first));
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[4], GeneratorHarness.Parse("namespace Shop.Models; public enum Level { Low }", "Source4.cs"));
        _ = driver.RunGenerators(compilation);
        // Customer has a Level, and Order has a Customer.
        Assert.That(reads(), Is.EqualTo(first + 2));
    }

    [Test]
    public void An_attribute_is_looked_for_by_the_name_without_its_suffix()
    {
        (CSharpCompilation compilation, GeneratorDriver driver, Func<int> reads) = CountReads();
        int first = reads();
        SyntaxTree attribute = GeneratorHarness.Parse("namespace Shop.Models; class ColumnsAttribute(string key) : System.Attribute { }", "ColumnsAttribute.cs");

        _ = driver.RunGenerators(compilation.AddSyntaxTrees(attribute));

        // Order alone has columns, and nothing has an Order.
        Assert.That(reads(), Is.EqualTo(first + 1));
    }

    /// <summary>The project, a driver that has read it once, and what tells how many declarations were read so far.</summary>
    private static (CSharpCompilation Compilation, GeneratorDriver Driver, Func<int> Reads) CountReads()
    {
        int reads = 0;
        ParseCache<string> cache = new((context, _) => $"{context.TargetSymbol.Name} {++reads}");
        CSharpCompilation compilation = GeneratorHarness.Compile([.. s_project.Select(static s => Usings + s)]);
        GeneratorDriver driver = GeneratorHarness.Driver(new CountingGenerator(cache)).RunGenerators(compilation);
        return (compilation, driver, () => reads);
    }

    private static string[] Said(GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        Assert.That(result.Results[0].Exception, Is.Null);
        return [.. result.Results[0].GeneratedSources.Select(static s => s.SourceText.ToString()).Concat(result.Diagnostics.Select(static d => d.ToString())).Order(StringComparer.Ordinal)];
    }

    private sealed class CountingGenerator(ParseCache<string> cache) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(Names.ApiModelAttribute, static (_, _) => true, cache.Parse),
            static (output, text) => output.AddSource(text.Split(' ')[0], "// " + text));
    }
}
