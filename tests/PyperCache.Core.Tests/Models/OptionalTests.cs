using System.Text;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true, Strict = true)]
public sealed partial record Patch(Optional<int> Count, Optional<int?> Limit, Optional<string> Name, Optional<List<Post>> Posts, [Timestamp] Optional<DateTimeOffset> At);

/// <summary>Unset, null and a value are three things.</summary>
public sealed class OptionalTests
{
    [Test]
    public void A_missing_key_is_unset_even_in_a_strict_model()
    {
        Patch patch = Patch.FromJson("{}");
        Assert.That(patch, Is.EqualTo(new Patch(default, default, default, default, default)));
        Assert.That(new[] { patch.Count.IsUnset, patch.Limit.IsUnset, patch.Name.IsUnset, patch.Posts.IsUnset, patch.At.IsUnset }, Is.All.EqualTo(true));
        Assert.Throws<InvalidOperationException>(() => _ = patch.Name.Value);
        Assert.That(patch.Name.GetValueOrDefault("else"), Is.EqualTo("else"));
    }

    [Test]
    public void Null_is_a_value_where_the_inner_type_is_nullable_and_an_error_elsewhere()
    {
        Assert.That(Patch.FromJson("""{"limit":null}""").Limit, Is.EqualTo(new Optional<int?>(null)));
        Assert.That(Patch.Check("""{"count":null,"limit":null,"name":null,"posts":[null],"at":null}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.count", "$.name", "$.posts[0]", "$.at" }));
    }

    [Test]
    public void Values_are_read_compared_and_written()
    {
        Patch patch = Patch.FromJson("""{"count":"5","limit":6,"name":"n","posts":[{"userId":1,"id":7,"title":"t","body":"b"}],"at":0}""");
        Patch byHand = new(5, 6, "n", new List<Post> { new(1, 7, "t", "b") }, DateTimeOffset.UnixEpoch);
        Assert.That(patch, Is.EqualTo(byHand));
        Assert.That(patch.GetHashCode(), Is.EqualTo(byHand.GetHashCode()));
        Assert.That(Text(new Patch(default, null, default, default, default).ToJson()), Is.EqualTo("""{"limit":null}"""));
        Assert.That(Text((patch with { At = DateTimeOffset.UnixEpoch.AddSeconds(9), Count = default }).ToJson()), Does.Contain("\"at\":9").And.Contain("{\"limit\":6"));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
