using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PyperCache.Core.Tests.Models;
using PyperCache.Models;

[assembly: ApiModelFor<ForeignUser>(Validate = true)]
[assembly: ApiModelFor<ForeignSize>(Validate = true, Naming = KeyNaming.SnakeCaseLower, Name = "size")]
[assembly: ApiModelFor<ForeignAdmin>(Validate = true)]
[assembly: ApiModelFor<ForeignPoint>]
[assembly: ApiModelFor<System.Collections.Generic.KeyValuePair<string, int>>(Validate = true)]
[assembly: ApiModelFor<Page<Paint>>]
[assembly: ApiModelFor<List<List<Paint>>>]
[assembly: ApiModelFor<DayOfWeek>]
[assembly: ApiModelFor<Money>]
[assembly: ApiModelFor<ForeignDto>(Context = typeof(ForeignContext))]

namespace PyperCache.Core.Tests.Models
{
    public class ForeignUser
    {
        public int Id { get; set; }

        public required string Name { get; init; }

        [JsonPropertyName("e-mail")]
        public string? Mail { get; init; } = "none";

        public List<ForeignPoint> Points { get; } = [];

        public ForeignSize? Size { get; set; }

        public string Secret { get; private set; } = "kept";

        public int Twice => Id * 2;
    }

    public sealed class ForeignAdmin : ForeignUser
    {
        public int Level { get; init; } = 1;
    }

    public sealed record ForeignSize(int WidthPx, int HeightPx = 7)
    {
        public string Unit { get; init; } = "px";
    }

    public struct ForeignPoint
    {
        public double X { get; set; }

        public double Y { get; init; }
    }

    public sealed record ForeignDto(int A, string B);

    [JsonSerializable(typeof(ForeignDto))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper)]
    public sealed partial class ForeignContext : JsonSerializerContext;

    [ApiModel(Validate = true)]
    public sealed partial record Album(ForeignUser Owner, List<ForeignPoint> Points, Dictionary<string, ForeignSize>? Sizes, ForeignDto? Dto, KeyValuePair<string, int>? Pair);

    /// <summary>Types that are made known to the assembly, because they are not its own or are no models.</summary>
    public sealed class ForeignTypeTests
    {
        private const string UserJson = """{"id":"1","name":"Ada","e-mail":"a@b.c","size":{"width_px":3,"unit":"mm"},"secret":"lost","twice":5,"points":[]}""";

        [Test]
        public void Properties_init_only_ones_constructors_and_defaults_are_used()
        {
            ForeignUser user = ApiModel.FromJson<ForeignUser>(UserJson);
            ForeignUser sparse = ApiModel.FromJson<ForeignUser>("""{"name":"n"}""");
            Assert.Multiple(() =>
            {
                Assert.That((user.Id, user.Name, user.Mail, user.Secret), Is.EqualTo((1, "Ada", "a@b.c", "kept")));
                Assert.That(user.Size, Is.EqualTo(new ForeignSize(3) { Unit = "mm" }));
                Assert.That((sparse.Id, sparse.Mail, sparse.Size), Is.EqualTo((0, "none", (ForeignSize?)null)));
                Assert.That(ApiModel.FromJson<ForeignPoint>("""{"x":1,"y":2}"""), Is.EqualTo(new ForeignPoint { X = 1, Y = 2 }));
                Assert.That(ApiModel.FromJson<KeyValuePair<string, int>>("""{"key":"k","value":3}"""), Is.EqualTo(new KeyValuePair<string, int>("k", 3)));
            });
        }

        [Test]
        public void Inherited_members_are_read_too()
        {
            ForeignAdmin admin = ApiModel.FromJson<ForeignAdmin>("""{"name":"n","e-mail":"m","level":3}""");
            Assert.That((admin.Name, admin.Mail, admin.Level), Is.EqualTo(("n", "m", 3)));
        }

        [Test]
        public void They_are_checked_as_models_are()
        {
            Assert.That(
                ApiModel.Check<ForeignUser>("""{"id":"x","size":{"height_px":null}}""").Select(static e => $"{e.Path} {e.Member}"),
                Is.EqualTo(new[] { "$.id ForeignUser.Id", "$.size.height_px ForeignSize.HeightPx", "$.name ForeignUser.Name" }));
            Assert.Throws<ApiModelValidationException>(static () => ApiModel.FromJson<ForeignUser>("""{"id":1}"""));
        }

        [Test]
        public void They_are_written()
        {
            ForeignUser user = new() { Id = 1, Name = "Ada", Size = new(3) };
            Assert.That(Text(ApiModel.ToJson(user)), Is.EqualTo("""{"id":1,"name":"Ada","e-mail":"none","size":{"width_px":3,"height_px":7,"unit":"px"}}"""));
            Assert.That(Text(ApiModel.ToJson(new ForeignPoint { X = 1, Y = 2 })), Is.EqualTo("""{"x":1,"y":2}"""));
        }

        [Test]
        public void They_are_members_of_models_and_equal_by_contents()
        {
            const string json = """{"owner":{"id":1,"name":"Ada"},"points":[{"x":1,"y":2}],"sizes":{"a":{"width_px":1}},"dto":{"A":1,"B":"b"},"pair":{"key":"k","value":1},"more":1}""";
            Album album = Album.FromJson(json);
            Assert.Multiple(() =>
            {
                Assert.That((album.Owner.Name, album.Points[0].Y, album.Sizes!["a"].WidthPx, album.Dto, album.Pair!.Value.Value), Is.EqualTo(("Ada", 2.0, 1, new ForeignDto(1, "b"), 1)));
                Assert.That(album, Is.EqualTo(Album.FromJson(json)));
                Assert.That(album.GetHashCode(), Is.EqualTo(Album.FromJson(json).GetHashCode()));
                Assert.That(Text(album.ToJson()), Is.EqualTo(json));
                album.Owner.Id = 2;
                Assert.That(album, Is.Not.EqualTo(Album.FromJson(json)));
                Assert.That(album.AsDict()["owner"]!["id"]!.GetValue<int>(), Is.EqualTo(2));
                Assert.That(Album.Check("""{"owner":{"id":[],"name":"n"},"points":[{"x":"?"}]}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.owner.id" }), "points tolerate");
            });
        }

        [Test]
        public void A_closed_generic_model_is_found_by_its_type()
        {
            Page<Paint> page = ApiModel.FromJson<Page<Paint>>("""{"items":[{"color":2}],"first":null}""");
            Assert.That(page.Items.Single(), Is.EqualTo(new Paint(Color.Blue)));
            Assert.That(Pair<int, Page<Paint>>.FromJson("""{"left":1,"right":{"items":[{"color":2}],"first":null}}""").Right, Is.EqualTo(page));
            Assert.That(ModelRegistry.FindType(ModelRegistry.NameOf<Page<Paint>>()!), Is.EqualTo(typeof(Page<Paint>)));
        }

        [Test]
        public void Collections_enums_converted_types_and_those_of_a_context_are_found()
        {
            Assert.Multiple(() =>
            {
                Assert.That(ApiModel.FromJson<List<List<Paint>>>("""[[{"color":2}]]""")[0][0], Is.EqualTo(new Paint(Color.Blue)));
                Assert.That(ApiModel.FromJson<DayOfWeek[]>("""["Monday",2]"""), Is.EqualTo(new[] { DayOfWeek.Monday, DayOfWeek.Tuesday }));
                Assert.That(ApiModel.FromJson<Money>("\"1 EUR\""), Is.EqualTo(new Money(1, "EUR")));
                Assert.That(ApiModel.FromJson<List<ForeignDto>>("""[{"A":1,"B":"b"}]"""), Is.EqualTo(new[] { new ForeignDto(1, "b") }));
                Assert.That(ApiModel.Check<ForeignDto>("""{"A":"x"}""").Single().Expected, Is.EqualTo("ForeignDto"));
            });
        }

        [Test]
        public void Caches_know_them_by_name()
        {
            Assert.That((ModelRegistry.NameOf<ForeignSize>(), ModelRegistry.NameOf<List<ForeignUser>>()), Is.EqualTo(("size", "list[PyperCache.Core.Tests.Models.ForeignUser]")));
            Assert.That(ModelRegistry.FromJson("size", Encoding.UTF8.GetBytes("""{"width_px":3}""")), Is.EqualTo(new ForeignSize(3)));
        }

        [Test]
        public void System_Text_Json_reads_them_by_their_generated_code()
        {
            JsonSerializerOptions options = new() { TypeInfoResolver = ApiModelJson.Resolver };
            Assert.That(JsonSerializer.Deserialize("""{"width_px":"3"}""", options.GetTypeInfo(typeof(ForeignSize))), Is.EqualTo(new ForeignSize(3)));
        }

        private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
    }
}
