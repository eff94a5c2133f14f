using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>A class whose text says all about its members is read without their symbols. What it means is still what the compiler takes it for.</summary>
public sealed class PlainClassTests
{
    /// <remarks>The other part is a reason to ask the compiler for all symbols.</remarks>
    [TestCase("public int A { get; set; } public string B { get; set; } = \"\"; public string? C { get; init; } public decimal? D { get; set; }")]
    [TestCase("public bool A { get; set; } public byte B { get; set; } public sbyte C { get; set; } public short D { get; set; } public ushort E { get; set; } public uint F { get; set; } public ulong G { get; set; } public float H { get; set; } public char I { get; set; } public object J { get; set; } = 1;")]
    [TestCase("public DateTime? A { get; set; } public Guid B { get; set; } public System.Uri? C { get; set; } public global::System.DateOnly D { get; set; } public DayOfWeek? E { get; set; }")]
    [TestCase("public List<string?>? A { get; set; } public string?[] B { get; set; } = []; public string[]? C { get; set; } public int[]?[] D { get; set; } = []; public Dictionary<string, List<int?>?> E { get; set; } = [];")]
    [TestCase("public required int A { get; set; } internal int B { get; set; } public int C { get; private set; } public virtual int D { get; protected set; } public int E => 3; public int F { get; } public static int G { get; set; }")]
    [TestCase("public string A { get; set; } = null!; public string B { get; set; } = default!; public Optional<string?> C { get; set; } public Lazy<List<string>>? D { get; set; }")]
    [TestCase("public int A { get; init; } = 3; public string B { get; init; } = string.Empty; public Guid? C { get; init; } public int D => A;")]
    [TestCase("public int A { get; init => field = value + 1; } public int B { get; init; } = Next(); private static int Next() => 3;")]
    [TestCase("public int A { get; set; } private int _b = 3, _c; public int B() => _b + _c + Limit; private const int Limit = 2; public enum Size { Small, Large } public Size? D { get; set; }")]
    [TestCase("public int A { get; set; } public bool Equals(int other) => A == other; public bool Equals(M? other) => true; public override bool Equals(object? other) => true; public override int GetHashCode() => A;")]
    [TestCase("[ApiModel] public partial class String { public int Length { get; set; } } public String A { get; set; } = new(); public string B { get; set; } = \"\";")]
    [TestCase("public int @event { get; set; } public string \\u0041 { get; set; } = \"\"; public Text B { get; set; } = \"\"; public Number? C { get; set; }")]
    [TestCase("\n#nullable disable annotations\npublic string A { get; set; } public List<string> B { get; set; }\n#nullable restore annotations\npublic string C { get; set; } = \"\";")]
    public void Another_part_that_declares_nothing_changes_nothing(string members)
    {
        const string usings = "using Text = System.String;\nusing Number = System.Int32;\n";
        string model = $"namespace N;\n[ApiModel(Strict = true)] public partial class M {{ {members} }}";
        GeneratorRun alone = GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: true, usings + ModelRuns.Usings + model);

        GeneratorRun inParts = GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: true, usings + ModelRuns.Usings + model, "namespace N; partial class M { }");

        Assert.That(alone.Source("N.M.g.cs"), Is.EqualTo(inParts.Source("N.M.g.cs")));
    }

    [TestCase("public int AsDict { get; set; }")]
    [TestCase("public int A { get; set; } private string ToJson() => \"\";")]
    [TestCase("public int A { get; set; } public class AsDict { }")]
    [TestCase("public int A { get; set; } public int ToJson, B;")]
    [TestCase("public int Id { get; set; } public int ID { get; set; } public long id { get; set; }")]
    [TestCase("public Action A { get; set; }")]
    [TestCase("public (int, string?) A { get; set; }")]
    [TestCase("public dynamic? A { get; set; }")]
    [TestCase("public Missing A { get; set; }")]
    [TestCase("public List<Missing?> A { get; set; }")]
    [TestCase("public int? A { set { } }")]
    public void What_is_wrong_is_found_alone_as_in_parts(string members)
    {
        string model = $"namespace N;\n[ApiModel] public partial class M {{ {members} }}";

        string[] alone = Found(model), inParts = Found(model, "namespace N; partial class M { }");

        Assert.That(alone, Is.EqualTo(inParts).And.Not.Empty);
    }

    private static string[] Found(params string[] sources) => [.. ModelRuns.RunUncompiled(sources).Diagnostics.Select(static d => d.ToString())];

    private const string Inner = "[ApiModel] public partial class Item { public int X { get; set; } }";

    [TestCase("namespace N; [ApiModel] public partial class String { public int X { get; set; } } [ApiModel] public partial class M { public String A { get; set; } = new(); }",
        "Shapes.Model<global::N.String>()", TestName = "a class is called like a type of the framework")]
    [TestCase("namespace N; [ApiModel] public partial class M { public Guid A { get; set; } = new(); [ApiModel] public partial class Guid { public int X { get; set; } } }",
        "Shapes.Model<global::N.M.Guid>()", TestName = "a nested class shadows a type of the framework")]
    [TestCase("namespace N { using Foo = System.Int32; [ApiModel] public partial class M { public Foo A { get; set; } } }",
        "Scalars.Int32", TestName = "an alias stands for a number")]
    [TestCase("namespace N { using Nick = PyperCache.Models.AliasAttribute; [ApiModel] public partial class M { [Nick(\"other\")] public int A { get; set; } } }",
        "\"other\"", TestName = "an attribute has an alias")]
    [TestCase("namespace N; [ApiModel] public partial class M { public int B { get; set; } } public partial class M { [Alias(\"other\")] public int A { get; set; } }",
        "\"other\"", TestName = "another part has a member")]
    [TestCase("namespace N; [ApiModel] public partial class M { public partial int A { get; set; } [Alias(\"other\")] public partial int A { get => 1; set { } } }",
        "\"other\"", TestName = "the attribute is on the other part of a member")]
    [TestCase("namespace N; public class Base { [Alias(\"other\")] public int X { get; set; } } [ApiModel] public partial class M : Base { public int A { get; set; } }",
        "\"other\"", TestName = "a base class has a member")]
    [TestCase("namespace N; [ApiModel] public partial class M(int a) { public int A { get; } = a; public int B { get; set; } }",
        "this(f0)", TestName = "a class has a primary constructor")]
    [TestCase("namespace N; [ApiModel] public partial class M { public M(int a) => A = a; public int A { get; } public int B { get; set; } }",
        "this(f0)", TestName = "a class has a constructor with a parameter")]
    [TestCase("namespace N; [ApiModel] public partial record M(int A) { public int B { get; set; } }",
        "this(f0)", TestName = "a record has a primary constructor")]
    [TestCase("namespace N; public class Converter : System.Text.Json.Serialization.JsonConverter<int> { public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { } } [ApiModel] public partial class M { [property: JsonConverter(typeof(Converter))] public int A { get; set; } }",
        "new global::N.Converter()", TestName = "an attribute has a target")]
    [TestCase("namespace N; [ApiModel] public partial class M { public List<Item?> A { get; set; } = []; " + Inner + " }",
        "Shapes.OrNull(Pyper.Shapes.Model<global::N.M.Item>())", TestName = "an element may be null")]
    public void A_member_is_what_the_compiler_takes_it_for(string source, string expected) =>
        Assert.That(ModelRuns.Run(source).Source("N.M.g.cs"), Does.Contain(expected));
}
