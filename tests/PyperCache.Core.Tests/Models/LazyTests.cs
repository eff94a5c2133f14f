using System.Text;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial record Folder(
    [Alias("owner.profile")] Lazy<Post> Owner,
    [Timestamp] Lazy<DateTimeOffset> MadeAt,
    [Timestamp(Unit = TimestampUnit.Milliseconds)] Lazy<List<DateTimeOffset>>? Visits,
    [Columns("time")] Lazy<HourRow[]>? Hours,
    [Alias("files?kind=text")] Lazy<List<Dictionary<string, string>>>? Texts,
    Lazy<Folder?>? Parent,
    Lazy<int>? Size);

[ApiModel(Validate = true)]
public sealed partial record Attic([Shallow] Lazy<Post>? Box, [Shallow] Optional<Lazy<Post>?> Crate = default);

[ApiModel]
public sealed partial class Loose
{
    public Lazy<Post>? Post { get; set; }

    public Lazy<int> Count { get; init; } = new(static () => 42);
}

/// <summary>A lazy member is a slice of the payload until it is asked for.</summary>
public sealed class LazyTests
{
    private const string PostJson = """{"userId":1,"id":7,"title":"t","body":"b"}""";

    private const string Json = """
        {"owner":{"profile":{"userId":1,"id":7,"title":"t","body":"b"}},"madeAt":86400,"visits":[1000,"2000"],"hours":{"time":[0,3600],"temperature_2m":[1,2]},"files":[{"kind":"text","name":"a"},{"kind":"image"}],"parent":null,"size":"12"}
        """;

    [Test]
    public void It_composes_with_aliases_timestamps_columns_and_selectors()
    {
        Folder folder = Folder.FromJson(Json);
        Assert.Multiple(() =>
        {
            Assert.That(folder.Owner.Value, Is.EqualTo(new Post(1, 7, "t", "b")));
            Assert.That(folder.MadeAt.Value, Is.EqualTo(DateTimeOffset.UnixEpoch.AddDays(1)));
            Assert.That(folder.Visits!.Value, Is.EqualTo(new[] { DateTimeOffset.UnixEpoch.AddSeconds(1), DateTimeOffset.UnixEpoch.AddSeconds(2) }));
            Assert.That(folder.Hours!.Value.Select(static h => (h.Time.Hour, h.TemperatureC)), Is.EqualTo(new[] { (0, 1.0), (1, 2.0) }));
            Assert.That(folder.Texts!.Value.Single()["name"], Is.EqualTo("a"));
            Assert.That(folder.Parent, Is.Null);
            Assert.That(folder.Size!.Value, Is.EqualTo(12));
        });
    }

    [Test]
    public void Nothing_but_Value_hydrates_it()
    {
        Folder folder = Folder.FromJson(Json);
        _ = folder.ToString();
        _ = folder.GetHashCode();
        _ = folder.ToJson();
        _ = folder.AsDict();
        Folder copy = folder with { Size = null };
        _ = copy.ToJson();
        Assert.That(folder.Equals(Folder.FromJson(Json)), Is.True);
        Assert.That(
            new[] { folder.Owner.IsValueCreated, folder.MadeAt.IsValueCreated, folder.Visits!.IsValueCreated, folder.Hours!.IsValueCreated, folder.Texts!.IsValueCreated },
            Is.All.EqualTo(false));
    }

    [Test]
    public void Its_text_says_that_the_value_is_not_there_yet() => Assert.That(Folder.FromJson(Json).ToString(), Does.Contain("Value is not created"));

    [Test]
    public void It_is_checked_at_construction_through_everything_it_composes_with()
    {
        IReadOnlyList<ApiModelError> errors = Folder.Check("""
            {"owner":{"profile":{"id":"x"}},"madeAt":"then","visits":[1,null],"hours":{"temperature_2m":[]},"files":[{"kind":"text","name":5.5,"tags":[]}],"parent":5,"size":0.5}
            """u8);
        Assert.That(errors.Select(static e => e.Path), Is.EquivalentTo(new[]
        {
            "$.owner.profile.id", "$.madeAt", "$.visits[1]", "$.hours.time", "$.files?kind=text[0].tags", "$.parent", "$.size",
        }));
    }

    [Test]
    public void Threads_that_ask_at_once_get_one_and_the_same_value()
    {
        for (int round = 0; round < 50; round++)
        {
            Lazy<Post> owner = Folder.FromJson(Json).Owner;
            Post[] seen = new Post[4];
            using Barrier start = new(seen.Length);
            Thread[] threads = [.. Enumerable.Range(0, seen.Length).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                seen[i] = owner.Value;
            }))];
            Array.ForEach(threads, static t => t.Start());
            Array.ForEach(threads, static t => t.Join());
            Assert.That(seen.Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public void A_value_that_was_asked_for_is_equal_to_one_that_was_not()
    {
        Folder asked = Folder.FromJson(Json), other = Folder.FromJson(Json.Replace("\"title\":\"t\"", "\"title\" : \"\\u0074\"", StringComparison.Ordinal));
        _ = asked.Owner.Value;
        Assert.That(asked, Is.EqualTo(other));
        Assert.That(asked.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        Assert.That(asked, Is.Not.EqualTo(Folder.FromJson(Json.Replace("\"title\":\"t\"", "\"title\":\"u\"", StringComparison.Ordinal))));
    }

    [Test]
    public void A_lazy_of_the_user_s_own_is_written()
    {
        Folder folder = Folder.FromJson(Json) with { Owner = new(static () => new Post(2, 8, "own", "x")), Size = new(13) };
        Assert.Multiple(() =>
        {
            Assert.That(folder.AsDict()["owner"]!["profile"]!["title"]!.GetValue<string>(), Is.EqualTo("own"));
            Assert.That(folder.AsDict()["size"]!.ToJsonString(), Is.EqualTo("13"));
            Assert.That(Folder.FromJson(folder.ToJson()), Is.EqualTo(folder));
        });
    }

    [Test]
    public void A_model_made_by_hand_with_lazies_comes_back()
    {
        Attic attic = new(new(static () => new Post(1, 7, "t", "b")));
        Assert.That(Text(attic.ToJson()), Is.EqualTo($$"""{"box":{{PostJson}}}"""));
        Assert.That(Attic.FromJson(attic.ToJson()), Is.EqualTo(attic));
    }

    [Test]
    public void A_value_that_was_changed_in_place_is_written()
    {
        Folder folder = Folder.FromJson(Json);
        folder.Visits!.Value.RemoveAt(0);
        Assert.That(folder.AsDict()["visits"]!.ToJsonString(), Is.EqualTo("""[2000]"""));
    }

    [Test]
    public void Shallow_is_not_checked_before_it_is_asked_for_but_its_structure_is()
    {
        Attic attic = Attic.FromJson("""{"box":{"id":[]},"crate":5}""");
        Assert.That(Attic.Check("""{"box":{"id":[]},"crate":5}"""u8), Is.Empty);
        Assert.Throws<ApiModelValidationException>(() => _ = attic.Box!.Value);
        Assert.Throws<ApiModelValidationException>(() => _ = attic.Crate.Value!.Value);
        Assert.Throws<System.Text.Json.JsonException>(static () => Attic.FromJson("""{"box":{"id":[}}"""));
    }

    [Test]
    public void An_error_in_a_shallow_value_is_thrown_each_time_it_is_asked_for()
    {
        Lazy<Post> box = Attic.FromJson("""{"box":{"id":[]}}""").Box!;
        ApiModelValidationException first = Assert.Throws<ApiModelValidationException>(() => _ = box.Value)!;
        ApiModelValidationException second = Assert.Throws<ApiModelValidationException>(() => _ = box.Value)!;
        Assert.That(second.Errors, Is.EqualTo(first.Errors));
    }

    [Test]
    public void Without_validation_a_lazy_that_does_not_fit_gives_the_default()
    {
        Loose loose = Loose.FromJson("""{"post":5,"count":"many"}""");
        Assert.That(loose.Post!.Value, Is.Null);
        Assert.That(loose.Count.Value, Is.Zero);
        Assert.That(Text(loose.ToJson()), Is.EqualTo("""{"post":5,"count":"many"}"""));
    }

    [Test]
    public void A_missing_key_leaves_the_initializer()
    {
        Loose loose = Loose.FromJson("{}");
        Assert.That(loose.Count.Value, Is.EqualTo(42));
        Assert.That(Text(loose.ToJson()), Is.EqualTo("{}"));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
