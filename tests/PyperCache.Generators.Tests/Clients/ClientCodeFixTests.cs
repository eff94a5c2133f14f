using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.CodeFixes;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Clients;

/// <summary>Where it is plain how to mend a client, an editor can do it.</summary>
public class ClientCodeFixTests
{
    private const string Api = "public interface IApi { [Get(\"/a\")] Task<string> A(); }\n";
    private const string Body = "{ public Client(ApiWrapperOptions o) : base(o) { } }";

    [TestCase("[ApiClient<IApi>] public sealed class Client : ApiWrapper " + Body, "[ApiClient<IApi>] public sealed partial class Client : ApiWrapper " + Body)]
    [TestCase(
        "public record struct Outer { [ApiClient<IApi>] public class Client : ApiWrapper " + Body + " }",
        "public partial record struct Outer { [ApiClient<IApi>] public partial class Client : ApiWrapper " + Body + " }")]
    [TestCase("[ApiClient<IApi>] public partial class Client { }", "[ApiClient<IApi>] public partial class Client(ApiWrapperOptions options) : ApiWrapper(options) { }")]
    [TestCase(
        "[ApiClient<IApi>] public partial class Client : ICloneable { public object Clone() => this; }",
        "[ApiClient<IApi>] public partial class Client(ApiWrapperOptions options) : ApiWrapper(options), ICloneable { public object Clone() => this; }")]
    [TestCase(
        "[ApiClient<IApi>, ApiClient<IApi>(Origin = \"b\")] public partial class Client : ApiWrapper " + Body,
        "[ApiClient<IApi>] public partial class Client : ApiWrapper " + Body)]
    public Task A_class_becomes_a_client(string code, string mended) => CheckAsync(Api + code, Api + mended);

    [TestCase("[Post(\"/a\"), CacheFor(60)] Task A();", "[Post(\"/a\")] Task A();")]
    [TestCase("[CacheFor(60), Post(\"/a\")] Task A();", "[Post(\"/a\")] Task A();")]
    [TestCase("[CacheFor(60)] [Post(\"/a\")] Task A();", "[Post(\"/a\")] Task A();")]
    [TestCase("/// <summary>A.</summary>\n    [CacheFor(60)]\n    [Post(\"/a\")]\n    Task A();", "/// <summary>A.</summary>\n    [Post(\"/a\")]\n    Task A();")]
    [TestCase("[Get(\"/a\"), CacheFor(-1)] Task<string> A();", "[Get(\"/a\"), NoCache] Task<string> A();")]
    [TestCase("[Get(\"/a\"), CacheFor(1), NoCache] Task<string> A();", "[Get(\"/a\"), CacheFor(1)] Task<string> A();")]
    [TestCase("[Get(\"/a\"), Invalidates(\"/a\")] Task<string> A();", "[Get(\"/a\")] Task<string> A();")]
    public Task A_policy_becomes_one_that_works(string members, string mended) => CheckAsync(InInterface(members), InInterface(mended));

    [TestCase("[Get(\"/a\"), CacheFor(1, StaleIfError = -1)] Task<string> A();", "PYP0307")]
    [TestCase("[Get(\"/a\"), CacheFor(double.NaN)] Task<string> A();", "PYP0307")]
    [TestCase("[Get(\"/a\"), CacheFor(1)] Task<string> A(); [Get(\"/a\"), CacheFor(2)] Task<string> A([Query] int page);", "PYP0308")]
    public async Task Nothing_is_offered_where_it_is_not_plain(string members, string id)
    {
        string code = ClientSource.Usings + InInterface(members);

        (string after, ImmutableArray<Diagnostic> left) = await FixAsync(code);

        Assert.That(after, Is.EqualTo(code));
        Assert.That(left.Single().Id, Is.EqualTo(id));
    }

    [TestCase("public class Mine { } [ApiClient<IApi>] public partial class Client : Mine { }")]
    [TestCase("[ApiClient<IApi>] public partial class Client { public Client(int i) { } }")]
    public async Task No_base_is_offered_to_a_class_that_has_one_or_has_constructors(string declarations)
    {
        string code = ClientSource.Usings + Api + declarations;

        (string after, ImmutableArray<Diagnostic> left) = await FixAsync(code);

        Assert.That(after, Is.EqualTo(code));
        Assert.That(left.Single().Id, Is.EqualTo("PYP0302"));
    }

    private static string InInterface(string members) => $"public interface IApi\n{{\n    {members}\n}}\n[ApiClient<IApi>] public partial class Client : ApiWrapper {Body}";

    private static Task<(string Code, ImmutableArray<Diagnostic> Left)> FixAsync(string code) => CodeFixRun.FixAsync(code, new ApiClientGenerator(), new ClientCodeFix());

    private static async Task CheckAsync(string code, string mended)
    {
        (string after, ImmutableArray<Diagnostic> left) = await FixAsync(ClientSource.Usings + code);

        Assert.That(after, Is.EqualTo(ClientSource.Usings + mended));
        Assert.That(left, Is.Empty);
    }
}
