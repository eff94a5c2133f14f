using Microsoft.CodeAnalysis;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>What cannot be done is said at the place where it can be mended, and nothing is emitted. <c>[|…|]</c> marks the place.</summary>
public sealed class DiagnosticTests
{
    [TestCase("PYP0001", "[ApiModel] public class [|C|] { }")]
    [TestCase("PYP0002", "public class [|Outer|] { [ApiModel] public partial class C { } }")]
    [TestCase("PYP0003", "[ApiModel] public partial class C { public Version? [|V|] { get; set; } }")]
    [TestCase("PYP0003", "[ApiModel] public partial record C(List<Dictionary<int, string>> [|V|]);")]
    [TestCase("PYP0004", "[ApiModel] public partial class C { public int A { get; set; } [Alias(\"a\")] public int [|B|] { get; set; } }")]
    [TestCase("PYP0005", "[ApiModel] public partial class C { [[|Columns(\"a\")|]] public List<int> A { get; set; } = []; }")]
    [TestCase("PYP0006", "[ApiModel] public partial class C { [[|Timestamp|]] public int A { get; set; } }")]
    [TestCase("PYP0007", "[ApiModel] public partial class [|C|] { public C(int a) { } public C(string b) { } }")]
    [TestCase("PYP0007", "[ApiModel] public partial class [|C|] { public C(int nowhere) { } }")]
    [TestCase("PYP0008", "[ApiModel] public partial record R(int A); [ApiModel] public partial class C { [[|Columns(\"b\")|]] public List<R> A { get; set; } = []; }")]
    [TestCase("PYP0010", "[ApiModel] public abstract partial class [|C|] { }")]
    [TestCase("PYP0010", "[ApiModel] public static partial class [|C|] { }")]
    [TestCase("PYP0010", "[ApiModel] public ref partial struct [|C|] { }")]
    [TestCase("PYP0020", "[ApiModel] public partial class C { [[|JsonConverter(typeof(K))|]] public List<int> A { get; set; } = []; } public class K : JsonConverter<int> { public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { } }")]
    [TestCase("PYP0011", "[ApiModel, [|JsonDerivedType(typeof(D), \"d\")|]] public partial class C { } public class D : C { }")]
    [TestCase("PYP0012", "[ApiModel] public partial class C { public int [|ToJson|] { get; set; } }")]
    [TestCase("PYP0012", "[ApiModel] public partial class C { public string [|AsDict|]() => null!; }")]
    [TestCase("PYP0013", "[ApiModel] public partial class C { private int _a; public int [|A|] { set => _a = value; } public int B() => _a; }")]
    [TestCase("PYP0013", "public class B { public int [|A|] { private get; set; } public int Get() => A; } [ApiModel] public partial class C : B { }")]
    public void An_error_stands_at_its_place_and_stops_the_emission(string id, string marked)
    {
        (string source, string expected) = Unmark(marked);
        GeneratorRun run = ModelRuns.RunWrong(source);
        Diagnostic diagnostic = run.Diagnostics.Single(d => d.Id == id);
        Assert.Multiple(() =>
        {
            Assert.That(diagnostic.Severity, Is.EqualTo(DiagnosticSeverity.Error));
            Assert.That(diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), Is.EqualTo(expected));
            Assert.That(run.HintNames, Has.None.EndsWith("C.g.cs"));
        });
    }

    [Test]
    public void Shallow_on_a_member_that_is_not_lazy_is_a_warning_that_a_pragma_silences()
    {
        const string source = "#pragma warning disable PYP0009\n[ApiModel] public partial class C { [Shallow] public int A { get; set; } }";
        Assert.That(ModelRuns.RunWrong(source.Replace("#pragma warning disable PYP0009", "", StringComparison.Ordinal)).Diagnostics.Select(static d => d.Id), Is.EqualTo(new[] { "PYP0009" }));
        Assert.That(ModelRuns.RunWrong(source).Diagnostics.Where(static d => !d.IsSuppressed), Is.Empty);
    }

    [Test]
    public void Every_diagnostic_has_a_page()
    {
        string root = Path.GetDirectoryName(RepositoryFiles.Find("PyperCache.sln"))!;
        string[] rules = [.. File.ReadAllLines(Path.Combine(root, "src/PyperCache.Generators/AnalyzerReleases.Unshipped.md"))
            .Where(static l => l.StartsWith("PYP", StringComparison.Ordinal)).Select(static l => l[..7])];
        Assert.That(rules, Is.Not.Empty);
        Assert.That(rules.Where(id => !File.Exists(Path.Combine(root, $"docs/diagnostics/{id}.md"))), Is.Empty);
    }

    public static (string Source, string Marked) Unmark(string text)
    {
        int start = text.IndexOf("[|", StringComparison.Ordinal), end = text.IndexOf("|]", StringComparison.Ordinal);
        return (text.Remove(end, 2).Remove(start, 2), text[(start + 2)..end]);
    }
}
