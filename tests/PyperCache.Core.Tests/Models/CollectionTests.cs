using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial record Shelf(
    int[] Array, List<int> List, IList<int> IList, IReadOnlyList<int> ReadOnlyList, IEnumerable<int> Enumerable, ICollection<int> Collection,
    IReadOnlyCollection<int> ReadOnlyCollection, ImmutableArray<int> Immutable, HashSet<int> Set, ISet<int> ISet, IReadOnlySet<int> ReadOnlySet);

[ApiModel(Validate = true)]
public sealed partial record Maps(Dictionary<string, int> Map, IDictionary<string, Paint> IMap, IReadOnlyDictionary<string, string?> ReadOnlyMap);

[ApiModel(Validate = true)]
public sealed partial record Deep(int[][] Grid, Dictionary<string, List<Dictionary<string, Paint?>>> Nest, List<List<List<string>>>? Cube, List<Reading>[]? Readings);

/// <summary>Every type of collection that a member may have, of scalars, models and other collections.</summary>
public sealed class CollectionTests
{
    private const string ShelfJson = """
        {"array":[1,2],"list":[1,2],"iList":[1,2],"readOnlyList":[1,2],"enumerable":[1,2],"collection":[1,2],"readOnlyCollection":[1,2],"immutable":[1,2],"set":[1,2],"iSet":[1,2],"readOnlySet":[1,2]}
        """;

    private const string DeepJson = """
        {"grid":[[1,2],[],[3]],"nest":{"a":[{"x":{"color":"Blue"},"y":null}],"b":[]},"cube":[[["deep"],[]]],"readings":[[{"value":1}],[]]}
        """;

    [Test]
    public void Every_type_of_collection_is_read()
    {
        Shelf shelf = Shelf.FromJson(ShelfJson);
        Assert.Multiple(() =>
        {
            foreach (IEnumerable<int> items in Collections(shelf))
                Assert.That(items, Is.EqualTo(new[] { 1, 2 }));
            Assert.That(Collections(shelf).Count(), Is.EqualTo(11));
        });
    }

    [Test]
    public void Every_type_of_collection_is_equal_by_contents_and_comes_back_when_it_was_made_by_hand()
    {
        Shelf shelf = Shelf.FromJson(ShelfJson);
        Shelf byHand = new([1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], new HashSet<int> { 1, 2 }, new HashSet<int> { 1, 2 });
        Assert.Multiple(() =>
        {
            Assert.That(byHand, Is.EqualTo(shelf));
            Assert.That(byHand.GetHashCode(), Is.EqualTo(shelf.GetHashCode()));
            Assert.That(Text(byHand.ToJson()), Is.EqualTo(ShelfJson.Trim()));
            Assert.That(byHand with { ReadOnlyList = [1, 3] }, Is.Not.EqualTo(shelf));
            Assert.That(byHand with { Array = [1] }, Is.Not.EqualTo(shelf));
        });
    }

    [Test]
    public void Missing_collections_are_equal_hashed_and_written()
    {
        Shelf shelf = Shelf.FromJson("{}");
        Maps maps = Maps.FromJson("{}");
        Assert.Multiple(() =>
        {
            Assert.That(shelf, Is.EqualTo(Shelf.FromJson("{}")));
            Assert.That(shelf.GetHashCode(), Is.EqualTo(Shelf.FromJson(" { } ").GetHashCode()));
            Assert.That(shelf, Is.Not.EqualTo(Shelf.FromJson(ShelfJson)));
            Assert.That(Shelf.FromJson(ShelfJson), Is.Not.EqualTo(shelf));
            Assert.That(Text((shelf with { List = [1] }).ToJson()), Is.EqualTo("""{"list":[1]}"""));
            Assert.That(Text(new Maps(null!, null!, null!).ToJson()), Is.EqualTo("""{"map":null,"iMap":null,"readOnlyMap":null}"""));
            Assert.That(maps.GetHashCode(), Is.EqualTo(new Maps(null!, null!, null!).GetHashCode()));
        });
    }

    [Test]
    public void A_set_is_equal_whatever_the_order_of_its_elements()
    {
        Shelf one = Shelf.FromJson(ShelfJson);
        Shelf other = one with { Set = [2, 1], ReadOnlySet = new HashSet<int> { 2, 1 } };
        Assert.That(other, Is.EqualTo(one));
        Assert.That(other.GetHashCode(), Is.EqualTo(one.GetHashCode()));
    }

    [Test]
    public void Of_equal_elements_of_a_set_the_first_is_kept_and_the_payload_stays_as_it_was()
    {
        string twice = ShelfJson.Trim().Replace("\"set\":[1,2]", "\"set\":[1,2,1]", StringComparison.Ordinal);
        Shelf shelf = Shelf.FromJson(twice);
        Assert.That(shelf.Set, Has.Count.EqualTo(2));
        Assert.That(Text(shelf.ToJson()), Is.EqualTo(twice));
    }

    [Test]
    public void Dictionaries_are_read_equal_by_contents_and_written()
    {
        Maps maps = Maps.FromJson("""{"map":{"a":1,"b":2,"a":3},"iMap":{"x y":{"color":"Blue"}},"readOnlyMap":{"n":null,"t":"v"}}""");
        Maps byHand = new(
            new() { ["b"] = 2, ["a"] = 3 }, new Dictionary<string, Paint> { ["x y"] = new(Color.Blue) }, new Dictionary<string, string?> { ["t"] = "v", ["n"] = null });
        Assert.Multiple(() =>
        {
            Assert.That(maps, Is.EqualTo(byHand));
            Assert.That(maps.GetHashCode(), Is.EqualTo(byHand.GetHashCode()));
            Assert.That(Maps.FromJson(byHand.ToJson()), Is.EqualTo(maps));
            Assert.That(maps, Is.Not.EqualTo(byHand with { Map = new() { ["b"] = 2 } }));
        });
    }

    [Test]
    public void Collections_nest_to_any_depth()
    {
        Deep deep = Deep.FromJson(DeepJson);
        Assert.Multiple(() =>
        {
            Assert.That(deep.Grid, Is.EqualTo(new[] { new[] { 1, 2 }, [], [3] }));
            Assert.That(deep.Nest["a"][0]["x"], Is.EqualTo(new Paint(Color.Blue)));
            Assert.That(deep.Nest["a"][0]["y"], Is.Null);
            Assert.That(deep.Cube![0][0][0], Is.EqualTo("deep"));
            Assert.That(deep.Readings![0][0], Is.EqualTo(new Reading(1)));
            Assert.That(deep, Is.EqualTo(Deep.FromJson(DeepJson)));
            Assert.That(Text((deep with { Readings = deep.Readings }).ToJson()), Is.EqualTo(DeepJson));
        });
    }

    [Test]
    public void An_element_that_does_not_fit_is_named_by_its_index_and_key() => Assert.That(
        Deep.Check("""{"grid":[[1],["x",2,null]],"nest":{"a":[{"b c":{"color":5}}],"b":{}},"cube":[[[null]]]}"""u8).Select(static e => e.Path),
        Is.EqualTo(new[] { "$.grid[1][0]", "$.grid[1][2]", "$.nest.a[0]['b c'].color", "$.nest.b", "$.cube[0][0][0]" }));

    [Test]
    public void A_change_deep_in_a_collection_is_written()
    {
        Deep deep = Deep.FromJson(DeepJson);
        deep.Grid[2][0] = 4;
        deep.Nest["b"].Add(new() { ["z"] = null });
        JsonObject dict = deep.AsDict();
        Assert.That(dict["grid"]!.ToJsonString(), Is.EqualTo("[[1,2],[],[4]]"));
        Assert.That(dict["nest"]!["b"]!.ToJsonString(), Is.EqualTo("""[{"z":null}]"""));
        Assert.That(dict["cube"]!.ToJsonString(), Is.EqualTo("""[[["deep"],[]]]"""));
    }

    [Test]
    public void Collections_of_a_model_come_without_a_member_around_them()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ApiModel.FromJson<Paint[]>("""[{"color":2}]"""), Is.EqualTo(new[] { new Paint(Color.Blue) }));
            Assert.That(ApiModel.FromJson<IReadOnlyList<int>>("[1]"), Is.EqualTo(new[] { 1 }));
            Assert.That(Text(ApiModel.ToJson<IReadOnlyDictionary<string, Paint>>(new Dictionary<string, Paint> { ["a"] = new(Color.Blue) })), Is.EqualTo("""{"a":{"color":"Blue"}}"""));
            Assert.That(ApiModel.Check<List<Paint>>("""[{"color":2},{"color":0},5]""").Select(static e => e.Path), Is.EqualTo(new[] { "$[1].color", "$[2]" }));
        });
    }

    private static IEnumerable<IEnumerable<int>> Collections(Shelf s) =>
        [s.Array, s.List, s.IList, s.ReadOnlyList, s.Enumerable, s.Collection, s.ReadOnlyCollection, s.Immutable, s.Set, s.ISet, s.ReadOnlySet];

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
