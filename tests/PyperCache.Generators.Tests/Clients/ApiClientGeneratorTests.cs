using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Clients;

public class ApiClientGeneratorTests
{
    private const string Design = ClientSource.Usings + """
        namespace App;

        public sealed class Widget { }
        public sealed class Clock { }

        /// <summary>Widgets.</summary>
        [CacheFor(300)]
        public interface IWidgetApi
        {
            [Get("/widgets")] Task<List<Widget>> ListWidgetsAsync(CancellationToken ct = default);
            [Get("/widgets/{id}"), CacheFor(86_400, StaleIfError = 604_800, Tags = new[] { "widget" })] Task<Widget> GetWidgetAsync(int id, CancellationToken ct = default);
            [Get("/clock"), NoCache] Task<Clock> GetClockAsync();
            [Post("/widgets"), Invalidates("/widgets*", "widget")] Task<Widget> CreateWidgetAsync([Body] Widget widget);
        }

        public interface ITokenApi
        {
            [Get("/token")] Task<string> GetTokenAsync(string? scope = null);
        }

        [ApiClient<IWidgetApi>]
        [ApiClient<ITokenApi>(Origin = "auth")]
        public sealed partial class WidgetClient : ApiWrapper
        {
            public WidgetClient() : base(new ApiWrapperOptions { Origins = { ["api"] = "https://api.example.com", ["auth"] = "https://auth.example.com" }, DefaultOrigin = "api" }) { }

            /// <summary>Finds a widget by its <paramref name="name"/>.</summary>
            /// <param name="name">The name.</param>
            /// <param name="limit">How many
            /// at most.</param>
            public Task<Widget> FindAsync(string name, int limit = 5) => RequestAsync<Widget>(HttpMethod.Get, $"/widgets/by-name/{PathValue(name)}", expiry: TimeSpan.FromHours(1));
        }
        """;

    [Test]
    public void The_client_of_the_design_page_is_written_whole() => Snapshot.Match(Run(Design).Source("WidgetClient"));

    [Test]
    public void All_that_Refit_takes_is_implemented_without_a_warning()
    {
        string members = """
            [Get("/a")] Task<Widget> Overloaded(int id);
            [Get("/b")] Task<Widget> Overloaded(string id, int @class = 7);
            [Get("/c")] Task<ApiResponse<Widget>> Wrapped([Query(CollectionFormat.Multi)] int[]? tags = null, [Header("X-A")] string? header = "q\"");
            [Get("/d")] Task<Stream> Streamed();
            [Get("/e")] Task<HttpResponseMessage> Raw();
            [Get("/f")] IAsyncEnumerable<Widget> Sequence(CancellationToken ct = default);
            [Get("/g")] Task<T> Generic<T, U>(U key) where T : class, new() where U : struct;
            [Multipart, Post("/h")] Task Upload(StreamPart file, DayOfWeek day = DayOfWeek.Friday, decimal? price = 1.5m);
            [Put("/i")] ValueTask<string> Put([Body] Widget widget, params string[] more);
            [Get("/j")] Task<IApiResponse<Stream>> WrappedStream();
            [Delete("/k")] Task Delete(double x = double.NaN, DateTime when = default);
            """;

        string source = Run(ClientSource.Of(members)).Source("Client");

        Assert.That(source, Does.Contain("public global::System.Threading.Tasks.Task<T> Generic<T, U>(U key) where T : class, new() where U : struct => PyperApi0.Generic<T, U>(key);"));
        Assert.That(source, Does.Contain("int @class = 7"));
        Assert.That(source, Does.Contain("global::System.DayOfWeek day = (global::System.DayOfWeek)(5)"));
    }

    [Test]
    public void What_stands_in_a_generic_model_that_only_a_client_mentions_is_registered_with_its_shape()
    {
        const string page = "namespace App; [PyperCache.Models.ApiModel] public partial class Page<T> { public T? First { get; set; } }";
        string model = GeneratorHarness.Run(new ApiModelGenerator(), expectErrors: false, page).Source("Page");
        string source = GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: false, ClientSource.Of("[Get(\"/m\")] Task<Page<DayOfWeek>> M();"), page, model).Source("Client");
        Assert.That(source, Does.Contain("Shapes.Enum<global::System.DayOfWeek>("));
    }

    [TestCase("Task<Widget> M()", "Value")]
    [TestCase("Task M()", "Value")]
    [TestCase("ValueTask<int> M()", "Value")]
    [TestCase("Task<ApiResponse<Widget>> M()", "Wrapped")]
    [TestCase("Task<IApiResponse> M()", "Wrapped")]
    [TestCase("Task<Stream> M()", "Content")]
    [TestCase("Task<HttpResponseMessage> M()", "Content")]
    [TestCase("Task<ApiResponse<Stream>> M()", "Content")]
    [TestCase("IAsyncEnumerable<Widget> M()", "Sequence, NoCache = true")]
    public void The_table_knows_what_the_caller_gets(string method, string kind) =>
        Assert.That(Run(ClientSource.Of($"[Get(\"/m\")] {method};")).Source("Client"), Does.Contain($"ResponseKind.{kind} }}"));

    [Test]
    public void A_policy_comes_from_the_method_then_its_interface_then_the_bases_then_the_client_interface()
    {
        string source = Run(ClientSource.Usings + """
            namespace App;
            [CacheFor(1)] public interface IRoot { [Get("/root")] Task<string> Root(); }
            public interface IPlain { [Get("/plain")] Task<string> Plain(); }
            public interface IMiddle : IRoot { [Get("/middle")] Task<string> Middle(); }
            [CacheFor(2)] public interface IApi : IMiddle, IPlain { [Get("/own")] Task<string> Own(); [Get("/method"), CacheFor(3)] Task<string> Method(); [Head("/head")] Task Head(); }
            [ApiClient<IApi>] public partial class Client : ApiWrapper { public Client(ApiWrapperOptions o) : base(o) { } }
            """).Source("Client");

        Assert.That(Expiry(source, "/root"), Is.EqualTo("10000000L"));
        Assert.That(Expiry(source, "/middle"), Is.EqualTo("10000000L"), "the base interface speaks for an interface that says nothing");
        Assert.That(Expiry(source, "/plain"), Is.EqualTo("20000000L"), "the interface of the client speaks for a base that says nothing");
        Assert.That(Expiry(source, "/own"), Is.EqualTo("20000000L"));
        Assert.That(Expiry(source, "/method"), Is.EqualTo("30000000L"));
        Assert.That(Expiry(source, "/head"), Is.Empty);
    }

    [Test]
    public void An_inherited_method_is_marked_as_Refit_marks_it()
    {
        string source = Run(ClientSource.Usings + """
            namespace App;
            public interface IBase { [Get("/{id}")] Task<string> One(int id); }
            [PathPrefix("/v1/things/")] public interface IApi : IBase { [Get("")] Task<string> All(); }
            [ApiClient<IApi>] public partial class Client : ApiWrapper { public Client(ApiWrapperOptions o) : base(o) { } }
            """).Source("Client");

        Assert.That(source, Does.Contain("typeof(global::App.IApi), \"One\", \"/v1/things/{id}\""));
        Assert.That(source, Does.Contain("typeof(global::App.IApi), \"All\", \"/v1/things\""));
        Assert.That(source, Does.Contain("=> ((global::App.IBase)PyperApi0).One(id);"));
    }

    [Test]
    public void Members_of_two_interfaces_that_collide_are_told_apart()
    {
        string source = Run(ClientSource.Usings + """
            namespace App;
            public interface IShared { [Get("/shared")] Task<string> Shared(); }
            public interface IA : IShared { [Get("/a")] Task<string> Get(int id); }
            public interface IB : IShared { [Get("/b")] Task<int> Get(int id); [Get("/close")] Task Close(); }
            [ApiClient<IA>, ApiClient<IB>(Origin = "b")] public partial class Client : ApiWrapper { public Client(ApiWrapperOptions o) : base(o) { } }
            """).Source("Client");

        Assert.That(source, Does.Contain("public global::System.Threading.Tasks.Task<string> Get(int id) => PyperApi0.Get(id);"));
        Assert.That(source, Does.Contain("global::System.Threading.Tasks.Task<int> global::App.IB.Get(int id) => PyperApi1.Get(id);"));
        Assert.That(source, Does.Contain("global::System.Threading.Tasks.Task global::App.IB.Close() => PyperApi1.Close();"), "ApiWrapper has a Close of its own");
        Assert.That(source.Split("Shared()").Length - 1, Is.EqualTo(2), "one declaration, one call");
    }

    [Test]
    public void What_the_user_wrote_by_hand_stands()
    {
        string source = Run(ClientSource.Usings + """
            namespace App;
            public interface IApi { [Get("/a")] Task<string> A(); [Get("/b")] Task<string> B(); }
            [ApiClient<IApi>]
            public partial class Client : ApiWrapper
            {
                public Client(ApiWrapperOptions o) : base(o) { }
                public async Task<string> A() => (await RequestAsync<string>(HttpMethod.Get, "/a")).Trim();
            }
            """).Source("Client");

        Assert.That(source, Does.Not.Contain("PyperApi0.A()"));
        Assert.That(source, Does.Contain("PyperApi0.B()"));
    }

    [Test]
    public void The_interface_can_be_named_or_left_out_and_nested()
    {
        string source = Run(ClientSource.Usings + """
            namespace App;
            internal interface IApi { [Get("/a")] Task<string> A(); }
            public partial class Outer
            {
                [ApiClient<IApi>(Interface = "IThings")] public partial class Named : ApiWrapper { public Named(ApiWrapperOptions o) : base(o) { } }
                [ApiClient<IApi>(Interface = null)] public partial class Bare : ApiWrapper { public Bare(ApiWrapperOptions o) : base(o) { } }
            }
            """) is var run ? run.Source("Named") : "";

        Assert.That(source, Does.Contain("internal partial interface IThings : global::App.IApi, global::System.IAsyncDisposable"), "no more visible than what it inherits");
        Assert.That(run.Source("Bare"), Does.Not.Contain("partial interface"));
    }

    [Test]
    public void Refit_settings_can_be_changed_in_a_partial_method() => Run(ClientSource.Of("[Get(\"/a\")] Task<string> A();") + """

        partial class Unrelated { }
        """, ClientSource.Usings + """
        namespace App;
        partial class Client { partial void ConfigureRefit(RefitSettings settings) => settings.CollectionFormat = CollectionFormat.Csv; }
        """);

    private static string Expiry(string source, string template)
    {
        string line = source.Split('\n').Single(l => l.Contains($"\"{template}\"", StringComparison.Ordinal));
        int start = line.IndexOf("Expiry = global::System.TimeSpan.FromTicks(", StringComparison.Ordinal);
        return start < 0 ? "" : line[(start + 43)..line.IndexOf(')', start)];
    }

    private static GeneratorRun Run(params string[] sources) => GeneratorHarness.Run(new ApiClientGenerator(), expectErrors: false, sources);
}
