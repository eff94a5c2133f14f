using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using PyperCache.Core.Tests.Models;
using PyperCache.Models;

#pragma warning disable CA1050, CA1716 // Models of users stand outside of namespaces and are called like keywords, too.

[ApiModel(Validate = true)]
public sealed partial record GlobalPost(int Id);

namespace PyperCache.Core.Tests.Models
{
    public partial class Outer<TOuter>
    {
        public partial record struct Middle
        {
            [ApiModel(Validate = true)]
            public sealed partial record Inner(int Id, List<TOuter> Items);
        }
    }

    [ApiModel(Validate = true)]
    public sealed partial record Page<T>(List<T> Items, T? First, int Total = 0)
        where T : class;

    [ApiModel(Validate = true)]
    public sealed partial record Pair<TLeft, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TRight>(
        TLeft Left, TRight Right, Lazy<TRight>? Later = null);

    [ApiModel(Validate = true)]
    public sealed partial record Feed(Page<Post> Posts, Pair<Color, Page<Paint>>? Pair, Pair<int?, List<List<Paint>>>? Other = null);

    [ApiModel(Validate = true)]
    public sealed partial class @class
    {
        public int @event { get; set; }

        public string? @record { get; init; }

        [Alias("namespace")]
        public bool @namespace { get; set; }
    }

    public abstract class Entity
    {
        public int Id { get; protected set; }

        public virtual string Name { get; set; } = "entity";

        [Alias("meta.etag")]
        public string? Etag { get; init; }
    }

    [ApiModel(Validate = true)]
    public sealed partial class Gadget : Entity
    {
        [JsonPropertyName("display-name")]
        public override string Name { get; set; } = "gadget";

        public double Price { get; set; }

        [JsonIgnore]
        public string? Cached { get; set; }

        public static int Count { get; set; }

        public string Text => $"{Id} {Name} {Price}";
    }

    /// <summary>Wherever and however a model is declared.</summary>
    public sealed class DeclarationTests
    {
        [Test]
        public void In_the_global_namespace() => Assert.That(GlobalPost.FromJson("""{"id":1}"""), Is.EqualTo(new GlobalPost(1)));

        [Test]
        public void Nested_in_generic_types()
        {
            Outer<string>.Middle.Inner inner = Outer<string>.Middle.Inner.FromJson("""{"id":1,"items":["a"]}""");
            Assert.That(inner, Is.EqualTo(new Outer<string>.Middle.Inner(1, ["a"])));
            Assert.That(Outer<int>.Middle.Inner.Check("""{"id":1,"items":["a"]}"""u8).Single().Path, Is.EqualTo("$.items[0]"));
        }

        [Test]
        public void Generic()
        {
            Page<Post> page = Page<Post>.FromJson("""{"items":[{"userId":1,"id":7,"title":"t","body":"b"}],"first":null,"total":"12"}""");
            Assert.That(page, Is.EqualTo(new Page<Post>([new(1, 7, "t", "b")], null, 12)));
            Assert.That(Text(page.ToJson()), Does.Contain("\"total\":\"12\""));
            Assert.That(Page<Post>.Check("""{"items":[{"id":"x"}]}"""u8).Single().Path, Is.EqualTo("$.items[0].id"));
        }

        [Test]
        public void Generic_with_two_parameters_of_any_type()
        {
            Pair<int, Dictionary<string, Paint>> pair = Pair<int, Dictionary<string, Paint>>.FromJson("""{"left":1,"right":{"a":{"color":2}},"later":{"b":{"color":1}}}""");
            Assert.That((pair.Left, pair.Right["a"], pair.Later!.Value["b"]), Is.EqualTo((1, new Paint(Color.Blue), new Paint(Color.DarkRed))));
            Assert.That(Pair<string, string>.FromJson("""{"left":"l","right":"r"}"""), Is.EqualTo(new Pair<string, string>("l", "r")));
        }

        [Test]
        public void A_generic_model_as_a_member()
        {
            Feed feed = Feed.FromJson("""{"posts":{"items":[],"first":{"userId":1,"id":7,"title":"t","body":"b"}},"pair":{"left":2,"right":{"items":[{"color":2}],"first":null}},"other":{"left":3,"right":[[{"color":1}]]}}""");
            Assert.That(feed.Posts.First!.Id, Is.EqualTo(7));
            Assert.That(feed.Pair!.Right.Items.Single(), Is.EqualTo(new Paint(Color.Blue)));
            Assert.That((feed.Pair.Left, feed.Other!.Left, feed.Other.Right[0][0]), Is.EqualTo((Color.Blue, (int?)3, new Paint(Color.DarkRed))));
            Assert.That(ApiModel.FromJson<List<Page<Post>>>("""[{"items":[],"first":null}]""").Single().Items, Is.Empty, "a member makes it known");
            Assert.That(Feed.Check("""{"posts":{"items":[{"id":"x"}]}}"""u8).Single().Path, Is.EqualTo("$.posts.items[0].id"));
        }

        [Test]
        public void With_keywords_as_names()
        {
            @class model = @class.FromJson("""{"event":1,"record":"r","namespace":true}""");
            Assert.That((model.@event, model.@record, model.@namespace), Is.EqualTo((1, "r", true)));
            Assert.That(@class.Check("""{"event":"x"}"""u8).Single().Member, Is.EqualTo("class.event"));
        }

        [Test]
        public void With_members_of_a_base_class_that_is_no_model()
        {
            Gadget gadget = Gadget.FromJson("""{"id":1,"display-name":"n","price":2.5,"meta":{"etag":"e"},"cached":"no","text":"no"}""");
            Assert.That((gadget.Text, gadget.Etag, gadget.Cached), Is.EqualTo(("1 n 2.5", "e", (string?)null)));
            Assert.That(Gadget.FromJson("{}").Text, Is.EqualTo("0 gadget 0"));
            gadget.Name = "m";
            Assert.That(gadget.AsDict()["display-name"]!.GetValue<string>(), Is.EqualTo("m"));
            Assert.That(gadget.AsDict()["cached"]!.GetValue<string>(), Is.EqualTo("no"), "unknown to the model");
        }

        private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
    }
}
