using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>Where a payload may come from.</summary>
public sealed class InputTests
{
    private static readonly byte[] s_json = """{"userId":1,"id":7,"title":"t","body":"b","more":[1]}"""u8.ToArray();

    [Test]
    public async Task A_stream_is_read_to_its_end_in_whatever_pieces_it_comes_and_left_open()
    {
        Pipe pipe = new();
        using Stream stream = pipe.Reader.AsStream(leaveOpen: true);
        ValueTask<Post> reading = Post.FromJsonAsync(stream);
        foreach (byte b in s_json)
            await pipe.Writer.WriteAsync(new[] { b });
        await pipe.Writer.CompleteAsync();
        Assert.That(await reading, Is.EqualTo(new Post(1, 7, "t", "b")));
        Assert.That(stream.CanRead, Is.True);
    }

    [Test]
    public async Task Reading_of_a_stream_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource source = new();
        using Stream never = new Pipe().Reader.AsStream();
        Task<List<Post>> reading = ApiModel.FromJsonAsync<List<Post>>(never, source.Token).AsTask();
        await source.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => reading);
    }

    [Test]
    public async Task A_collection_is_read_from_a_stream()
    {
        using MemoryStream stream = new([.. "["u8, .. s_json, .. "]"u8]);
        Assert.That(await ApiModel.FromJsonAsync<Post[]>(stream), Is.EqualTo(new[] { new Post(1, 7, "t", "b") }));
    }

    [Test]
    public void Bytes_of_a_span_may_change_afterwards()
    {
        byte[] bytes = [.. s_json];
        Post post = Post.FromJson(bytes.AsSpan());
        Array.Clear(bytes);
        Assert.That(Text(post.ToJson()), Is.EqualTo(Text(s_json)));
    }

    [Test]
    public void A_document_may_be_disposed_afterwards()
    {
        Post post;
        using (JsonDocument document = JsonDocument.Parse("""{"data":{"userId":1,"id":7,"title":"t","body":"b","more":[1]}}"""))
            post = Post.FromJson(document.RootElement.GetProperty("data"));
        Assert.That(Text(post.ToJson()), Is.EqualTo(Text(s_json)));
    }

    [Test]
    public void A_dictionary_may_change_afterwards()
    {
        JsonObject dict = new() { ["userId"] = 1, ["id"] = 7, ["title"] = "t", ["body"] = "b" };
        Post post = Post.FromDict(dict);
        dict["title"] = "changed";
        Assert.That(post.AsDict()["title"]!.GetValue<string>(), Is.EqualTo("t"));
    }

    [Test]
    public void What_AsDict_gives_belongs_to_the_caller()
    {
        Post post = Post.FromJson(s_json);
        post.AsDict()["title"] = "changed";
        Assert.That(Text(post.ToJson()), Is.EqualTo(Text(s_json)));
    }

    [Test]
    public void Whitespace_around_a_payload_does_not_matter() => Assert.That(Post.FromJson(" \r\n\t" + Text(s_json) + "\n "), Is.EqualTo(new Post(1, 7, "t", "b")));

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("{\"userId\":1,}")]
    [TestCase("{} {}")]
    [TestCase("{\"userId\":1")]
    [TestCase("{userId:1}")]
    public void What_is_no_json_is_refused(string text)
    {
        Assert.Throws<JsonException>(() => Post.FromJson(text));
        Assert.Throws<JsonException>(() => Post.Check(Encoding.UTF8.GetBytes(text)));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("5")]
    public void What_is_no_object_is_no_model(string json)
    {
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(() => Post.FromJson(json))!;
        Assert.That((e.Errors[0].Path, e.Errors[0].Expected), Is.EqualTo(("$", "Post")));
        Assert.That(e.ModelType, Is.EqualTo(typeof(Post)));
    }

    [Test]
    public void No_text_at_all_is_the_caller_s_mistake()
    {
        Assert.Throws<ArgumentNullException>(static () => Post.FromJson((string)null!));
        Assert.Throws<ArgumentNullException>(static () => Post.FromDict(null!));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
