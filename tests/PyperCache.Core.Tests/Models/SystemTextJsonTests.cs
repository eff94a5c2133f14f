using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>Models inside documents that System.Text.Json reads and writes.</summary>
public sealed partial class SystemTextJsonTests
{
    private static readonly JsonSerializerOptions s_options = Options();

    [Test]
    public void A_model_is_read_and_written()
    {
        Post post = JsonSerializer.Deserialize("""{"userId":1,"id":"7","title":"t","body":"b","more":true}""", TypeInfo<Post>())!;
        Assert.That(post, Is.EqualTo(new Post(1, 7, "t", "b")));
        Assert.That(JsonSerializer.Serialize(post, TypeInfo<Post>()), Is.EqualTo("""{"userId":1,"id":"7","title":"t","body":"b","more":true}"""));
    }

    [Test]
    public void Collections_of_models_are_read_and_written()
    {
        List<Post> posts = JsonSerializer.Deserialize("""[{"userId":1,"id":7,"title":"t","body":"b"}]""", TypeInfo<List<Post>>())!;
        Assert.That(posts, Is.EqualTo(new[] { new Post(1, 7, "t", "b") }));
        Assert.That(JsonSerializer.Serialize(posts.ToDictionary(static p => p.Title), TypeInfo<Dictionary<string, Post>>()), Is.EqualTo("""{"t":{"userId":1,"id":7,"title":"t","body":"b"}}"""));
    }

    [Test]
    public async Task A_model_inside_a_foreign_type_is_read_from_a_stream_in_pieces()
    {
        string json = $$"""{"posts":[{{string.Join(",", Enumerable.Range(0, 500).Select(static i => $$"""{"userId":1,"id":{{i}},"title":"a \"quoted\" title","body":"b"}"""))}}],"total":500}""";
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(json));
        Envelope envelope = (await JsonSerializer.DeserializeAsync(stream, TypeInfo<Envelope>()))!;
        Assert.That(envelope.Posts.Select(static p => p.Id), Is.EqualTo(Enumerable.Range(0, 500)));
        Assert.That(envelope.Total, Is.EqualTo(500));
    }

    [Test]
    public void What_does_not_fit_is_reported_as_everywhere() =>
        Assert.Throws<ApiModelValidationException>(static () => JsonSerializer.Deserialize("""{"id":[]}""", TypeInfo<Post>()));

    [Test]
    public void It_answers_for_models_only() => Assert.That(ApiModelJson.Resolver.GetTypeInfo(typeof(List<int>), s_options), Is.Null);

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Options()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = EnvelopeContext.Default, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        options.TypeInfoResolverChain.Insert(0, ApiModelJson.Resolver);
        return options;
    }

    internal sealed record Envelope(List<Post> Posts, int Total);

    [JsonSerializable(typeof(Envelope))]
    internal sealed partial class EnvelopeContext : JsonSerializerContext;
}
