namespace PyperCache.Generators.Tests.Models;

/// <summary>Which declarations make a model that cannot come to differ from its payload, or only in a copy. What cannot be seen to be so is compared.</summary>
public sealed class MutabilityTests
{
    private const string Others = """
        public enum Level { Low, High }
        public static class Defaults { public static int Next => Random.Shared.Next(); }
        [ApiModel] public partial record Part(int Id);
        """;

    [TestCase("public partial record C(int A, string? B, Part? D, IReadOnlyList<Part> E, Level F = Level.High);")]
    [TestCase("public partial record C { public required int A { get; init; } public Level B { get; init; } = Level.High; public string D { get; init; } = string.Empty; public IReadOnlyList<int> E { get; init; } = []; }")]
    [TestCase("public partial record C<T>(T A, IReadOnlyDictionary<string, T>? B);")]
    [TestCase("public partial record C(int A, Optional<int?> B, Lazy<Part>? D, JsonElement E, object? F, ImmutableArray<DateTimeOffset> G);")]
    [TestCase("public partial record C { public C() { } public int A { get; init; } = -1; }")]
    [TestCase("public partial record B(int A); [ApiModel] public partial record C(int A, int D) : B(A);")]
    [TestCase("public partial record B { public int A { get; init; } } [ApiModel] public partial record C(int D) : B;")]
    [TestCase("public partial record C(int A) { private int _count; public int Count() => _count++; [JsonIgnore] public int D { get; set; } }")]
    public void A_record_that_only_a_copy_can_change_knows_whether_it_is_one(string declaration)
    {
        string source = Emitted(declaration);
        Assert.That(source, Does.Contain("OwnPayload PyperRaw").And.Contain("PyperRaw.IsOf(this))) return;").And.Contain("IsReadOnly = true"));
    }

    [TestCase("public partial class C { public int A { get; init; } public IReadOnlySet<string>? B { get; init; } }")]
    [TestCase("public partial class C(int a) { public int A { get; } = a; }")]
    [TestCase("public partial record C(int A) { public int A { get; } = A; }")]
    [TestCase("public readonly partial struct C(int a) { public int A { get; } = a; }")]
    [TestCase("public class B { public int A { get; init; } } [ApiModel] public partial class C : B { public int D { get; init; } }")]
    public void A_model_that_not_even_a_copy_can_change_keeps_no_owner(string declaration)
    {
        string source = Emitted(declaration);
        Assert.That(source, Does.Contain("RawPayload PyperRaw").And.Contain("PyperShapes.Schema, true)) return;").And.Contain("IsReadOnly = true"));
    }

    [TestCase("public readonly partial record struct C(int A);")]
    [TestCase("public partial struct C { public int A { get; init; } }")]
    public void A_struct_is_compared_since_nothing_tells_its_copies_apart(string declaration)
    {
        string source = Emitted(declaration);
        Assert.That(source, Does.Contain("writer.Begin(PyperRaw, PyperShapes.Schema);").And.Contain("IsReadOnly = true"));
    }

    [TestCase("public partial record C(int A) { public int B { get; set; } }")]
    [TestCase("public partial record C(int A) { public int B { get; private set; } }")]
    [TestCase("public partial record C(List<int> A);")]
    [TestCase("public partial record C(int[] A);")]
    [TestCase("public partial record C(byte[] A);")]
    [TestCase("public partial record C(ImmutableArray<Dictionary<string, int>> A);")]
    [TestCase("public partial record C(Lazy<IList<int>> A);")]
    [TestCase("public partial record C(System.Text.Json.Nodes.JsonNode? A);")]
    [TestCase("public partial record struct C(int A);")]
    [TestCase("public partial class C { [Alias(\"a\")] private int _a; public int A() => _a; }")]
    [TestCase("public partial record C(int A) { public int A { get; init; } = A + 1; }")]
    [TestCase("public partial record C { public int A { get; init => field = value + 1; } }")]
    [TestCase("public partial record C { private int _a; public int A { get => _a; init => _a = value; } }")]
    [TestCase("public partial record C { public int A { get; init; } = Defaults.Next; }")]
    [TestCase("public partial record C { public Guid A { get; init; } = Guid.NewGuid(); }")]
    [TestCase("public partial record C { public C() => A = 1; public int A { get; init; } }")]
    [TestCase("public partial record C { public C() : this(1) { } [JsonConstructor] public C(int a) { A = a; } public int A { get; init; } }")]
    [TestCase("public partial record B(int A); [ApiModel] public partial record C(int A, int D) : B(A + 1);")]
    [TestCase("public partial record B(int A) { public B(string a) : this(a.Length) { } } [ApiModel] public partial record C(string D, int E) : B(D);")]
    [TestCase("public abstract partial record B(int A) { public B() : this(1) { } } [ApiModel] public partial record C : B { }")]
    [TestCase("public partial record B(int A, int D); [ApiModel] public partial record C(int A, int D) : B(D, A);")]
    public void All_others_are_compared(string declaration)
    {
        string source = Emitted(declaration);
        Assert.That(source, Does.Contain("writer.Begin(PyperRaw, PyperShapes.Schema);").And.Not.Contain("IsReadOnly"));
    }

    private static string Emitted(string declaration)
    {
        string attribute = declaration.Contains("abstract", StringComparison.Ordinal) ? "[ApiModel, JsonDerivedType(typeof(C), 1)]" : declaration.StartsWith("public class B", StringComparison.Ordinal) ? "" : "[ApiModel]";
        return ModelRuns.Run($"namespace N; {Others} {attribute} {declaration}").Source("N.C");
    }
}
