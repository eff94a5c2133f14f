using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>Whatever can be declared compiles without a warning. The harness checks that, and that a second run is cached.</summary>
public sealed class CompilationTests
{
    [TestCase("[ApiModel] public partial class Global { public int A { get; set; } }", TestName = "global namespace")]
    [TestCase("namespace N; public static partial class Outer<T> { [ApiModel] internal partial record Inner(int A); }", TestName = "nested in a generic type")]
    [TestCase("namespace N; public partial class Outer { [ApiModel] private partial record Inner(int A); public static object F() => Inner.FromJson(\"{}\"); }", TestName = "private nested")]
    [TestCase("namespace N; [ApiModel] public partial record Page<T>(List<T> Items, T? First, int Total) where T : class;", TestName = "generic")]
    [TestCase("namespace N; [ApiModel] public partial class @class { public int @event { get; set; } public string? @record { get; set; } }", TestName = "keywords as names")]
    [TestCase("namespace N; [ApiModel] public partial struct S { public int A { get; set; } public string? B { get; set; } }", TestName = "mutable struct")]
    [TestCase("namespace N; [ApiModel] public readonly partial struct S { public int A { get; init; } public List<int>? B { get; init; } }", TestName = "readonly struct")]
    [TestCase("namespace N; [ApiModel] public readonly partial struct S { public S(int a) => A = a; public int A { get; } }", TestName = "immutable struct with a constructor")]
    [TestCase("namespace N; [ApiModel] public partial record class R { public int A { get; init; } }", TestName = "record class")]
    [TestCase("namespace N; [ApiModel] public sealed partial record Tree(string Name, List<Tree> Children, Tree? Parent);", TestName = "self-referring")]
    [TestCase("namespace N; public class B { public int A { get; set; } } [ApiModel] public partial class D : B { public int C { get; set; } }", TestName = "plain base class")]
    [TestCase("namespace N; [ApiModel] public partial class B { public int A { get; set; } } [ApiModel] public partial class D : B { public int C { get; set; } }", TestName = "base class that is a model")]
    [TestCase("namespace N; [ApiModel] public partial record B(int A, List<int> L); [ApiModel] public sealed partial record D(int A, List<int> L, List<string> M) : B(A, L);", TestName = "base record that is a model")]
    [TestCase("namespace N; [ApiModel] public partial class C(int a, string b) { public int A { get; } = a; public string B { get; } = b; public int? Z { get; set; } }", TestName = "primary constructor of a class")]
    [TestCase("namespace N; [ApiModel] public partial class C { public C() { A = 3; } public int A { get; set; } }", TestName = "own parameterless constructor")]
    [TestCase("namespace N; [ApiModel] public partial class C { public C(int a) { A = a; } public int A { get; } }", TestName = "own constructor with parameters")]
    [TestCase("namespace N; [ApiModel] public partial class C { public C() { } [JsonConstructor] public C(int a) { A = a; } public int A { get; } }", TestName = "chosen constructor")]
    [TestCase("namespace N; [ApiModel] public partial class C { public override bool Equals(object? o) => true; public override int GetHashCode() => 0; public int A { get; set; } }", TestName = "own equality")]
    [TestCase("namespace N; [ApiModel] public partial class C { public required int A { get; init; } public required string? B { get; set; } }", TestName = "required members")]
    [TestCase("namespace N; [ApiModel] public partial class Empty { }", TestName = "no members")]
    [TestCase("namespace N; [ApiModel] public partial record Defaults(int A = 3, string B = \"x\\\"\", double C = 1.5, E D = E.Two, char F = 'c', int? G = 4, decimal H = 1.5m, string? I = null); public enum E { One, Two }", TestName = "parameter defaults")]
    [TestCase("namespace N; [ApiModel] public partial class C { [Alias(\"x\")] private int _a; public int B => _a; }", TestName = "annotated field")]
    [TestCase("namespace N; [ApiModel] public partial class C { [JsonIgnore] public Action? A { get; set; } [JsonPropertyName(\"b-b\")] public int B { get; set; } public static int S { get; set; } public int this[int i] => i; }", TestName = "ignored members")]
    [TestCase("#nullable disable\nnamespace N; [ApiModel] public partial class C { public string A { get; set; } public List<string> B { get; set; } }", TestName = "without nullable annotations")]
    [TestCase("namespace N.M { [ApiModel] public partial record A(B Inner, O.B Other); } namespace N.M { [ApiModel] public partial record B(int X); } namespace O { [ApiModel] public partial record B(int Y); }", TestName = "equal names in two namespaces")]
    [TestCase("namespace App.System { public class Text; [ApiModel] public partial record PyperCache(int A, List<int> Int32); }", TestName = "names that hide the framework's and ours")]
    [TestCase("namespace N; [ApiModel, JsonDerivedType(typeof(D), \"d\"), JsonDerivedType(typeof(E), 2)] public abstract partial class B { public int A { get; set; } } [ApiModel] public partial class D : B { } [ApiModel] public partial class E : B { public int X { get; set; } }", TestName = "abstract base with variants")]
    [TestCase("namespace N; [ApiModel, JsonDerivedType(typeof(D), \"d\")] public partial record B(int A); [ApiModel] public partial record D(int A, int X) : B(A);", TestName = "record with variants")]
    [TestCase("namespace N; [ApiModel] public partial class C { public int cursor { get; set; } public int loop { get; set; } public int start { get; set; } public int writer { get; set; } public int other { get; set; } public int hash { get; set; } public int obj { get; set; } public int value { get; set; } public int f0 { get; set; } public int v0 { get; set; } public List<int> seen0 { get; set; } = []; public required int slot { get; set; } }", TestName = "names of the emitter's own locals")]
    [TestCase("namespace N; [ApiModel] public partial record R(int cursor, int value, List<int> other) { public int hash { get; set; } }", TestName = "names of the emitter's own locals in a record")]
    [TestCase("namespace N; [Obsolete(\"x\")] [ApiModel] public partial class C { [Obsolete] public int A { get; set; } public C? Next { get; set; } }", TestName = "obsolete")]
    [TestCase("namespace N; [ApiModel] public partial class C { [Alias(null!)] public int A { get; set; } [Alias()] public int B { get; set; } [Alias(\"\")] public int D { get; set; } [Timestamp(null!)] public DateTime E { get; set; } }", TestName = "attributes without values")]
    [TestCase("namespace N; [ApiModel] public partial class C { public int A { get; set; } public static C FromJson(int other) => new() { A = other }; public string AsDict(int indent) => \"\"; }", TestName = "overloads of generated methods")]
    [TestCase("namespace N; [ApiModel] public partial class C { public int A { private get; set; } public int B() => A; }", TestName = "private getter")]
    [TestCase("namespace N; [ApiModel] public partial record C(bool Check, string FromDict) { public static C FromJson(string json) => new(true, json); public static object F() => new object[] { C.FromJson(\"{}\"u8), C.Check(\"{}\"u8), C.FromJson(\"own\").FromDict }; }", TestName = "members with the names of extensions")]
    [TestCase("namespace N; [ApiModel] public partial record P(int A); public static class Use { public static IEnumerable<P> All(IEnumerable<string> lines) => System.Linq.Enumerable.Select(lines, P.FromJson); public static P One(byte[] bytes) => P.FromJson(bytes); }", TestName = "methods by the name of the model")]
    public void Compiles(string source) => Assert.That(ModelRuns.Run(source).HintNames, Is.Not.Empty);

    [TestCase("public partial class Row { public int row { get; set; } public int c0 { get; set; } public int rows { get; set; } public int made { get; set; } public int columns { get; set; } public int cursor { get; set; } public int i { get; set; } public int @class { get; set; } }", TestName = "names of the emitter's own locals in a row")]
    [TestCase("public partial record Row(int A, string? B = \"b\") { public double C { get; init; } = 2; public required List<int> D { get; set; } }", TestName = "record with a body as row")]
    [TestCase("public readonly partial struct Row { public int A { get; init; } public List<int>? B { get; init; } public required string C { get; init; } }", TestName = "readonly struct as row")]
    [TestCase("public partial record struct Row { public int A { get; set; } public DateTimeOffset? B { get; private set; } }", TestName = "mutable struct as row")]
    [TestCase("public sealed partial class Row : Plain { public Row() { } public Row(int a) => A = a; public int A { get; set; } } public class Plain { public required Guid? P { get; init; } }", TestName = "derived class as row")]
    [TestCase("public partial class Row { public int[][] A { get; set; } = []; public (int, string)? B; public Row? C { get; set; } public JsonElement D { get; set; } public Lazy<Row>? E { get; set; } public Optional<string?> F { get; set; } public Dictionary<string, Row?> G { get; set; } = []; }", TestName = "row of members that are no scalars")]
    [TestCase("public partial class Row { [Obsolete] public int A { get; set; } [Alias(\"x\")] private string? _b; public string? B() => _b; }", TestName = "row of obsolete and private members")]
    [TestCase("public partial class Row {\n#nullable disable\npublic string A { get; set; } public List<string> B { get; set; }\n#nullable restore\n}", TestName = "row without nullable annotations")]
    public void Compiles_as_a_row(string row) => Assert.That(
        ModelRuns.Run($"namespace N; [ApiModel] {row} [ApiModel] public partial class Table {{ [Columns] public List<Row> Rows {{ get; set; }} = []; }}").Source("N.Row"), Does.Contain("TryReadRows"));

    [Test]
    public void A_generic_model_is_a_row_whatever_its_arguments()
    {
        const string Source = """
            namespace N; [ApiModel] public partial class Pair<T> where T : struct { public T Left { get; set; } public T? Right { get; set; } }
            public partial class Outer { [ApiModel] private partial record Row(int A); [ApiModel] private partial record Table([Columns] Lazy<List<Row>> Rows, [Columns] Pair<int>[] Pairs); }
            """;
        GeneratorRun run = ModelRuns.Run(Source);
        Assert.That(run.Source("N.Pair-1"), Does.Contain("TryReadRows"));
        Assert.That(run.Source("N.Outer+Row"), Does.Contain("TryReadRows"));
    }

    [TestCase("public partial int A { get; set; } [Alias(\"there\")] public partial int A { get => field; set => field = value; }", TestName = "attribute on the implementing part of a property")]
    [TestCase("public partial C(int a); public partial C([Alias(\"there\")] int a) => A = a; public int A { get; }", TestName = "attribute on the implementing part of a constructor")]
    [TestCase("[Alias(\"there\")] private int _a = 1; public int B() => _a;", TestName = "attribute on a field")]
    public void An_attribute_counts_wherever_it_stands(string members) =>
        Assert.That(ModelRuns.Run($"namespace N; [ApiModel] public partial class C {{ {members} }}").Source("N.C"), Does.Contain("\"there\""));

    [Test]
    public void A_file_that_knows_a_model_needs_no_using_for_its_methods()
    {
        const string model = "namespace N; [ApiModel] public partial record R(int A);";
        const string user = "class User { static object Read() => N.R.FromJson(\"{}\"); static int Count() => N.R.Check(\"{}\"u8).Count; }";
        GeneratorRun run = GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: false, ModelRuns.Usings + model, user);
        Assert.That(run.HintNames, Is.EqualTo(new[] { "N.R.g.cs", "Models-Registration.g.cs" }));
    }

    [Test]
    public void Every_member_type_compiles()
    {
        string[] types =
        [
            "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128", "Half", "float", "double", "decimal",
            "System.Numerics.BigInteger", "char", "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "DayOfWeek", "JsonElement", "Inner",
            "Row", "ImmutableArray<int>",
        ];
        string[] references = ["string", "Uri", "byte[]", "System.Text.Json.Nodes.JsonNode", "object", "Inner[]", "List<Inner>", "IReadOnlyList<Inner>", "IList<Inner>", "IEnumerable<Inner>",
            "ICollection<Inner>", "IReadOnlyCollection<Inner>", "HashSet<int>", "ISet<int>", "IReadOnlySet<int>", "Dictionary<string, Inner>", "IDictionary<string, List<Inner?>>", "IReadOnlyDictionary<string, int?>",
            "int[][]", "List<Dictionary<string, List<string?>>>", "Lazy<Inner>", "Lazy<List<Inner>>"];
        IEnumerable<string> members = types.Concat(references).SelectMany(static (t, i) => new[]
        {
            $"public {t} A{i} {{ get; init; }} = default!;", $"public {t}? N{i} {{ get; init; }}", $"public Optional<{t}> O{i} {{ get; init; }}",
        });
        ModelRuns.Run($$"""
            namespace N;
            [ApiModel] public partial class Inner { public int X { get; set; } }
            [ApiModel] public partial record struct Row(int X);
            [ApiModel(Validate = true)] public partial class All { {{string.Join("\n", members)}} }
            """);
    }
}
