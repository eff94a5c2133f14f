using System.Text;
using System.Text.Json;
using PyperCache.Query;

namespace PyperCache.Core.Tests.Query;

/// <summary>What one gets from a payload, and in which types.</summary>
public sealed class JsonInjesterTests
{
    private const string Hits = """
        {
          "meta": { "total": 3, "page": "1", "next": null, "ratio": 1e0 },
          "hits": [
            { "id": 1, "name": "Ada", "role": "staff", "active": true },
            { "id": 2, "name": "Bob", "role": "guest", "active": false, "note": null },
            { "id": 3, "name": "Cem", "role": "staff", "team": { "name": "Data" } }
          ],
          "services": { "auth": { "kind": "internal", "port": 80 }, "jobs": { "kind": "internal", "port": 81 }, "web": { "kind": "external" } }
        }
        """;

    private readonly JsonInjester _query = new(Hits);

    [Test]
    public void A_path_comes_to_one_value()
    {
        QueryResult total = _query.Get("meta.total");
        Assert.That(total.IsUnset, Is.False);
        Assert.That(total.Kind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(total.Value.GetInt32(), Is.EqualTo(3));
        Assert.That(total.ToString(), Is.EqualTo("3"));
        Assert.That(total.Items.Single().As<int>(), Is.EqualTo(3));
    }

    [Test]
    public void What_is_not_there_is_unset()
    {
        QueryResult none = _query.Get("meta.nothing");
        Assert.That(none.IsUnset, Is.True);
        Assert.That(none.Kind, Is.EqualTo(JsonValueKind.Undefined));
        Assert.That(none.Items, Is.Empty);
        Assert.That(none.Value.ValueKind, Is.EqualTo(JsonValueKind.Undefined));
        Assert.That(none.ToJson().IsEmpty, Is.True);
        Assert.That(none.As<string>(), Is.Null);
    }

    [Test]
    public void Matches_are_items_and_together_a_json_array()
    {
        QueryResult staff = _query.Get("hits?role=staff");
        Assert.That(staff.Kind, Is.EqualTo(JsonValueKind.Array));
        Assert.That(staff.Items.Select(hit => hit.Value.GetProperty("name").GetString()), Is.EqualTo(new[] { "Ada", "Cem" }));
        Assert.That(staff.Value.GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public void A_single_value_is_a_slice_of_the_payload()
    {
        byte[] payload = Encoding.UTF8.GetBytes(Hits);
        ReadOnlyMemory<byte> slice = new JsonInjester(payload).Get("hits").ToJson();
        Assert.That(payload.AsSpan().Overlaps(slice.Span), Is.True);
        Assert.That(payload.AsSpan().Overlaps(new JsonInjester(payload).Get("hits?active=#true").Items[0].ToJson().Span), Is.True);
    }

    [Test]
    public void A_filter_on_an_object_comes_to_pairs()
    {
        IReadOnlyList<QueryResult> services = _query.Get("services?kind=internal").Items;
        Assert.That(services.Select(s => s.Key), Is.EqualTo(new[] { "auth", "jobs" }));
        Assert.That(services[0].Value.GetProperty("port").GetInt32(), Is.EqualTo(80));
        Assert.That(_query.Get("services?port=#81").ToString(), Is.EqualTo("""[["jobs",{ "kind": "internal", "port": 81 }]]"""));
        Assert.That(_query.First("services?kind=internal").Key, Is.EqualTo("auth"));
        Assert.That(_query.GetList<int>("services?kind=internal.port"), Is.EqualTo(new[] { 80, 81 }));
    }

    [Test]
    public void Values_come_as_the_type_asked_for()
    {
        Assert.That(_query.Get<int>("meta.total"), Is.EqualTo(3));
        Assert.That(_query.Get<long>("meta.page"), Is.EqualTo(1));
        Assert.That(_query.Get<double>("meta.ratio"), Is.EqualTo(1.0));
        Assert.That(_query.Get<string>("meta.total"), Is.EqualTo("3"));
        Assert.That(_query.First<bool>("hits?active*"), Is.True);
        Assert.That(_query.Get<JsonElement>("meta").GetProperty("total").GetInt32(), Is.EqualTo(3));
        Assert.That(_query.Get<List<string>>("hits?name*"), Is.EqualTo(new[] { "Ada", "Bob", "Cem" }));
        Assert.That(_query.Get<int[]>("hits?id*"), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(_query.GetList<string>("hits?role=staff.name"), Is.EqualTo(new[] { "Ada", "Cem" }));
        Assert.That(_query.GetList<JsonElement>("hits"), Has.Count.EqualTo(3));
    }

    [Test]
    public void Null_and_nothing_are_the_default_of_the_type()
    {
        Assert.That(_query.Get<string>("meta.next"), Is.Null);
        Assert.That(_query.Get<string>("meta.nothing"), Is.Null);
        Assert.That(_query.Get<int>("meta.nothing"), Is.Zero);
        Assert.That(_query.Get<int?>("meta.next"), Is.Null);
        Assert.That(_query.GetList<int>("meta.nothing"), Is.Empty);
        Assert.That(_query.GetList<int>("meta.next"), Is.Empty);
        Assert.That(_query.GetList<string>("hits?note*"), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void A_default_value_stands_in_for_null_and_nothing()
    {
        Assert.That(_query.Get("meta.nothing", defaultValue: 7), Is.EqualTo(7));
        Assert.That(_query.Get("meta.next", "none"), Is.EqualTo("none"));
        Assert.That(_query.Get("meta.total", 7), Is.EqualTo(3));
        Assert.That(_query.First("hits?role=boss.name", "nobody"), Is.EqualTo("nobody"));
        Assert.That(_query.First("hits?note*", "none"), Is.EqualTo("none"));
        Assert.That(_query.First("hits?role=staff.name", "nobody"), Is.EqualTo("Ada"));
    }

    [Test]
    public void First_takes_the_first_of_a_list_and_a_single_value_as_it_is()
    {
        Assert.That(_query.First<string>("hits?name*"), Is.EqualTo("Ada"));
        Assert.That(_query.First<int>("meta.total"), Is.EqualTo(3));
        Assert.That(_query.First("hits").Value.GetProperty("id").GetInt32(), Is.EqualTo(1));
        Assert.That(_query.First("hits?role=boss").IsUnset, Is.True);
    }

    [Test]
    public void Has_asks_for_a_value_be_it_null_or_an_empty_list()
    {
        Assert.That(_query.Has("meta.next"), Is.True);
        Assert.That(_query.Has("hits?role=boss"), Is.True);
        Assert.That(_query.Has("meta.nothing"), Is.False);
        Assert.That(_query.Has("meta?nothing"), Is.False);
    }

    [Test]
    public void Questions_start_at_the_root()
    {
        Assert.That(new JsonInjester(Hits, root: "meta").Get<int>("total"), Is.EqualTo(3));
        Assert.That(new JsonInjester(Hits, root: "hits?role=staff").GetList<int>("?id*"), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(new JsonInjester(Hits, root: "nothing").Has(""), Is.False);
        Assert.That(() => new JsonInjester(Hits, root: string.Concat("a", "..b")), Throws.TypeOf<SelectorSyntaxException>());
        Assert.That(() => new JsonInjester(Hits, root: "meta.total.x"), Throws.TypeOf<SelectorNavigationException>());
    }

    [Test]
    public void The_default_tail_is_followed_from_objects()
    {
        var query = new JsonInjester("""{"a":{"value":1},"b":2,"c":[{"value":3}]}""", defaultTail: "value");
        Assert.That(query.Get<int>("a"), Is.EqualTo(1));
        Assert.That(query.Get<int>("b"), Is.EqualTo(2));
        Assert.That(query.Get("c").Kind, Is.EqualTo(JsonValueKind.Array));
    }

    [Test]
    public void A_part_of_a_document_can_be_asked()
    {
        using JsonDocument document = JsonDocument.Parse(Hits);
        var query = new JsonInjester(document.RootElement.GetProperty("meta"));
        Assert.That(query.Get<int>("total"), Is.EqualTo(3));
    }

    [Test]
    public void A_value_that_does_not_fit_the_type_is_an_error_that_says_so()
    {
        Assert.That(() => _query.Get<int>("hits?id=#1.name"), Throws.InvalidOperationException.With.Message.Contains("First"));
        Assert.That(() => _query.First<int>("hits?id=#1.name"), Throws.InvalidOperationException.With.Message.Contains("\"Ada\""));
        Assert.That(() => _query.GetList<int>("hits?name*"), Throws.InvalidOperationException);
    }

    [Test]
    public void A_type_that_nobody_can_read_is_named() =>
        Assert.That(() => _query.Get<Uri[][]>("hits"), Throws.TypeOf<NotSupportedException>().With.Message.Contains("System.Uri[][]").And.Message.Contains("[ApiModel]"));

    [TestCase("meta.total.x", "meta.total", "x", JsonValueKind.Number, "meta.total?x*")]
    [TestCase("meta.next.x", "meta.next", "x", JsonValueKind.Null, "null")]
    [TestCase("hits.name", "hits", "name", JsonValueKind.Array, "hits?name*")]
    public void A_path_through_what_is_no_object_says_where_and_what_to_write(string selector, string path, string key, JsonValueKind met, string advice)
    {
        var error = Assert.Throws<SelectorNavigationException>(() => _query.Get(selector));
        Assert.That((error.Path, error.Key, error.Met), Is.EqualTo((path, key, met)));
        Assert.That(error.Message, Does.Contain(advice));
    }

    [Test]
    public void An_index_and_a_bare_path_on_an_array_get_advice()
    {
        Assert.That(() => _query.Get(Selector.Parse(string.Concat("hits", ".0"))), Throws.TypeOf<SelectorNavigationException>().With.Message.Contains("First(\"hits\")"));
        Assert.That(() => new JsonInjester("[1]").Get("a"), Throws.TypeOf<SelectorNavigationException>().With.Message.Contains("'?a*'"));
    }

    [TestCase("""{"a":""", "a")]
    [TestCase("""{"a":[{"b":1""", "a?b*")]
    [TestCase("""{"a":[{"b":1]]}""", "a?b*")]
    [TestCase("""{"a":[{"b":}]}""", "a?b*")]
    [TestCase("""{"a":[{b":1}]}""", "a?b*")]
    [TestCase("", "a")]
    [TestCase("nonsense", "")]
    public void Malformed_json_on_the_way_is_an_error(string json, string selector) =>
        Assert.That(() => new JsonInjester(json).Get(selector).Value, Throws.InstanceOf<JsonException>());

    [Test]
    public void What_does_not_match_costs_no_memory()
    {
        var small = new JsonInjester(Users(10));
        var large = new JsonInjester(Users(10_000));
        Selector selector = Selector.Parse("users?role=nobody.name");
        Assert.That(Allocated(() => large.GetList<string>(selector)), Is.EqualTo(Allocated(() => small.GetList<string>(selector))));
    }

    [Test]
    public void One_query_and_one_selector_serve_many_threads()
    {
        Selector selector = Selector.Parse("hits?role=staff.name");
        Parallel.For(0, 2_000, i => Assert.That(i % 2 == 0 ? _query.GetList<string>(selector).Count : _query.Get<int>("meta.total"), Is.EqualTo(i % 2 == 0 ? 2 : 3)));
    }

    private static string Users(int count) => $$"""{"users":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"id":{{i}},"role":"guest","name":"n"}"""))}}]}""";

    /// <summary>What the action needs at least: now and then a run also pays for a pool that a collection has emptied, or for code that is compiled anew.</summary>
    private static long Allocated(Action action) => Enumerable.Range(0, 8).Min(_ => AllocatedOnce(action));

    private static long AllocatedOnce(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
