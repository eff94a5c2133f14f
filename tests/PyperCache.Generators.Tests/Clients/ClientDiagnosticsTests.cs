using Microsoft.CodeAnalysis;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Clients;

public class ClientDiagnosticsTests
{
    private const string Api = "public interface IApi { [Get(\"/a\")] Task<string> A(); }\n";
    private const string Ctor = "{ public Client(ApiWrapperOptions o) : base(o) { } }";

    [TestCase("PYP0300", "Client", Api + "[ApiClient<IApi>] public class Client : ApiWrapper " + Ctor)]
    [TestCase("PYP0301", "Outer", Api + "public class Outer { [ApiClient<IApi>] public partial class Client : ApiWrapper " + Ctor + " }")]
    [TestCase("PYP0302", "Client", Api + "[ApiClient<IApi>] public partial class Client { }")]
    [TestCase("PYP0303", "Client", Api + "[ApiClient<IApi>] public partial class Client<T> : ApiWrapper " + Ctor)]
    [TestCase("PYP0304", "ApiClient<IPlain>", "public interface IPlain { void M(); }\n[ApiClient<IPlain>] public partial class Client : ApiWrapper " + Ctor)]
    [TestCase("PYP0304", "ApiClient<Widget>", "[ApiClient<Widget>] public partial class Client : ApiWrapper " + Ctor)]
    [TestCase("PYP0305", "ApiClient<IApi>(Origin = \"b\")", Api + "[ApiClient<IApi>, ApiClient<IApi>(Origin = \"b\")] public partial class Client : ApiWrapper " + Ctor)]
    public void A_class_that_cannot_be_a_client_is_an_error_at_the_fault(string id, string place, string source) =>
        AssertReported(id, place, ClientSource.Usings + "namespace App;\npublic class Widget { }\n" + source, emits: false);

    [TestCase("PYP0306", "CacheFor(60)", "[Post(\"/a\"), CacheFor(60)] Task A();")]
    [TestCase("PYP0307", "CacheFor(-1)", "[Get(\"/a\"), CacheFor(-1)] Task<string> A();")]
    [TestCase("PYP0307", "CacheFor(1, StaleIfError = double.NaN)", "[Get(\"/a\"), CacheFor(1, StaleIfError = double.NaN)] Task<string> A();")]
    [TestCase("PYP0308", "A", "[Get(\"/a\"), CacheFor(1)] Task<string> A(); [Get(\"/a\"), CacheFor(2)] Task<string> A([Query] int page);")]
    [TestCase("PYP0309", "NoCache", "[Get(\"/a\"), CacheFor(1), NoCache] Task<string> A();")]
    public void A_policy_that_cannot_work_is_an_error_at_the_attribute(string id, string place, string members) =>
        AssertReported(id, place, ClientSource.Of(members), emits: false);

    [TestCase("PYP0310", "Invalidates(\"/a\")", "[Get(\"/a\"), Invalidates(\"/a\")] Task<string> A();")]
    [TestCase("PYP0311", "Invalidates(\"widgets\")", "[Get(\"/a\"), CacheFor(1, Tags = new[] { \"widget\" })] Task<string> A(); [Post(\"/a\"), Invalidates(\"widgets\")] Task B();")]
    public void A_policy_that_does_nothing_is_a_warning_at_the_attribute(string id, string place, string members) =>
        AssertReported(id, place, ClientSource.Of(members), emits: true);

    [Test]
    public void A_warning_can_be_switched_off_with_a_pragma()
    {
        GeneratorRun run = GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: true, ClientSource.Of("""
            #pragma warning disable PYP0310
            [Get("/a"), Invalidates("/a")] Task<string> A();
            #pragma warning restore PYP0310
            """));

        Assert.That(run.Diagnostics.Where(static d => !d.IsSuppressed), Is.Empty);
    }

    [Test]
    public void Equal_policies_on_overloads_are_fine() =>
        GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: false, ClientSource.Of("[Get(\"/a\")] Task<string> A(); [Get(\"/a\")] Task<string> A([Query] int page);"));

    private static void AssertReported(string id, string place, string source, bool emits)
    {
        GeneratorRun run = GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: true, source);

        Diagnostic diagnostic = run.Diagnostics.Single();
        Assert.That(diagnostic.Id, Is.EqualTo(id));
        Assert.That(diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan), Is.EqualTo(place));
        Assert.That(run.HintNames.Any(), Is.EqualTo(emits));
    }
}
