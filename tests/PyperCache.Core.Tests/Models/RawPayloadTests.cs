using System.Runtime.InteropServices;
using System.Text;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial record Letter(string From, [Alias("to.name")] string? To, Optional<string?> Note = default, [Alias("tags?lang=en.text")] List<string>? Tags = null, Post? Post = null);

/// <summary>What the model does not know stays, what did not change keeps its text.</summary>
public sealed class RawPayloadTests
{
    [TestCase("""{"from":"a","to":{"name":"b","age":1.50},"x":[1, 2 ]}""")]
    [TestCase("""{"from":"\u0061"}""")]
    [TestCase("""{"from":"a","note":null}""")]
    [TestCase("""{"from":"a","to":null,"post":null}""")]
    [TestCase("""{"from":"a","to":{"name":null}}""")]
    [TestCase("""{"from":"x","from":"a"}""")]
    [TestCase("""{"from":"a","from":"a"}""")]
    [TestCase("""{"post":null,"note":"n","to":{"name":"b"},"from":"a"}""")]
    [TestCase("""{ "x" : {} , "from" : "a" , "note" : "n" }""")]
    [TestCase("""{"from":1e2,"tags":[{"lang":"en","text":"t"}]}""")]
    [TestCase("""{"from":"a","post":{"userId":"1","id":7.0,"title":"t","body":"b","more":{}}}""")]
    public void An_unchanged_model_gives_its_bytes(string json) => Assert.That(Text(Letter.FromJson(json).ToJson()), Is.EqualTo(json));

    [Test]
    public void A_change_is_written_in_its_place_and_the_rest_keeps_its_text()
    {
        Letter letter = Letter.FromJson("""{ "x":1.50, "from" : "a" , "to": {"name" :"b", "k":"\u0061"} }""");
        Assert.Multiple(() =>
        {
            Assert.That(Text((letter with { From = "\"new\"" }).ToJson()), Is.EqualTo("""{ "x":1.50, "from" : "\"new\"" , "to": {"name" :"b", "k":"\u0061"} }"""));
            Assert.That(Text((letter with { To = null }).ToJson()), Is.EqualTo("""{ "x":1.50, "from" : "a" , "to": {"name" :null, "k":"\u0061"} }"""));
            Assert.That((letter with { Note = "n" }).AsDict().ToJsonString(), Is.EqualTo("""{"x":1.50,"from":"a","to":{"name":"b","k":"a"},"note":"n"}"""));
        });
    }

    [Test]
    public void A_change_in_a_model_inside_keeps_what_that_does_not_know()
    {
        Letter letter = Letter.FromJson("""{"from":"a","post":{"userId":1,"id":7,"title":"t","body":"b","more":{}}}""");
        Assert.That(Text((letter with { Post = letter.Post! with { Title = "x" } }).ToJson()), Is.EqualTo("""{"from":"a","post":{"userId":1,"id":7,"title":"x","body":"b","more":{}}}"""));
    }

    [Test]
    public void A_new_value_on_a_path_makes_the_path() =>
        Assert.That(Letter.FromJson("""{"from":"a","to":5}""") is var letter ? Text((letter with { To = "b" }).ToJson()) : "", Is.EqualTo("""{"from":"a","to":{"name":"b"}}"""));

    [Test]
    public void A_model_from_another_payload_is_written_whole()
    {
        Letter letter = Letter.FromJson("""{"from":"a","post":{"userId":1,"id":7,"title":"t","body":"b"}}""");
        Post other = Post.FromJson("""{"id":8,"userId":2,"title":"u","body":"c","other":1}""");
        Assert.That(Text((letter with { Post = other }).ToJson()), Is.EqualTo("""{"from":"a","post":{"id":8,"userId":2,"title":"u","body":"c","other":1}}"""));
    }

    [Test]
    public void A_change_and_back_is_no_change()
    {
        Letter letter = Letter.FromJson("""{ "from":"\u0061" }""");
        Assert.That(Text((letter with { From = "b" } with { From = "a" }).ToJson()), Is.EqualTo("""{ "from":"\u0061" }"""));
    }

    [Test]
    public void A_change_to_what_an_earlier_one_of_two_equal_keys_says_is_a_change()
    {
        Letter letter = Letter.FromJson("""{"from":"x","from":"a"}""");
        Letter changed = Letter.FromJson((letter with { From = "x" }).ToJson());
        Assert.That(changed.From, Is.EqualTo("x"));
    }

    [Test]
    public void A_change_to_null_of_what_comes_late_in_the_payload_is_a_change()
    {
        Letter letter = Letter.FromJson("""{"note":"n","to":{"name":"b"},"from":"a"}""");
        Assert.That(Text((letter with { To = null }).ToJson()), Is.EqualTo("""{"note":"n","to":{"name":null},"from":"a"}"""));
    }

    [Test]
    public void Unset_takes_the_key_out_and_null_writes_null()
    {
        Letter letter = Letter.FromJson("""{"from":"a","note":"n"}""");
        Assert.That(Text((letter with { Note = default }).ToJson()), Is.EqualTo("""{"from":"a"}"""));
        Assert.That(Text((letter with { Note = null }).ToJson()), Is.EqualTo("""{"from":"a","note":null}"""));
    }

    [Test]
    public void A_member_that_is_found_by_a_filter_is_not_written()
    {
        Letter letter = Letter.FromJson("""{"from":"a","tags":[{"lang":"en","text":"t"}]}""");
        Assert.That(letter.Tags, Is.EqualTo(new[] { "t" }));
        Assert.That(Text((letter with { Tags = [] }).ToJson()), Is.EqualTo("""{"from":"a","tags":[{"lang":"en","text":"t"}]}"""));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Each_of_many_models_gives_its_bytes_when_those_that_it_was_read_from_are_gone(bool areNested)
    {
        string[] letters = [.. Enumerable.Range(0, 2_000).Select(i => areNested ? LetterWithPost(i) : PostOf(i))];
        byte[] json = Encoding.UTF8.GetBytes($"[{string.Join(" ,", letters)}]");
        List<Letter> nested = areNested ? ApiModel.FromJson<List<Letter>>(json.AsSpan()) : [];
        List<Post> flat = areNested ? [] : ApiModel.FromJson<List<Post>>(json.AsSpan());
        Array.Clear(json);
        Assert.That(nested.Select(letter => Text(letter.ToJson())).Concat(flat.Select(post => Text(post.ToJson()))), Is.EqualTo(letters));
    }

    [Test]
    public void One_of_many_models_does_not_keep_a_large_payload_alive()
    {
        byte[] json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 2_000).Select(PostOf))}]");
        List<Post> posts = ApiModel.FromJson<List<Post>>(json.AsSpan());
        Assert.That(MemoryMarshal.TryGetArray(posts[7].ToJson(), out ArraySegment<byte> kept), Is.True);
        Assert.That(kept.Array, Has.Length.EqualTo(PostOf(7).Length));
    }

    private static string PostOf(int i) => $$"""{"userId": {{i % 10}},"id":{{i}},"title":"\u0061{{i}}","body":"a body of some length","more":[{{i}}]}""";

    private static string LetterWithPost(int i) => $$"""{"from":"{{i}}","post":{{PostOf(i)}} }""";

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
