using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel]
public partial class Basket
{
    public int Id { get; set; }

    public List<Paint> Paints { get; set; } = [];

    public Dictionary<string, JsonElement>? Extra { get; init; }
}

[ApiModel]
public sealed partial class GiftBasket : Basket
{
    public string? Ribbon { get; init; }
}

[ApiModel]
public sealed partial class ById
{
    public int Id { get; init; }

    public string? Name { get; init; }

    public override bool Equals(object? obj) => obj is ById other && other.Id == Id;

    public override int GetHashCode() => Id;
}

[ApiModel]
public sealed partial record RecordById(int Id, List<string> Names)
{
    public bool Equals(RecordById? other) => other is not null && other.Id == Id;

    public override int GetHashCode() => Id;
}

[ApiModel]
public partial record Crew(string Name, List<string> Members);

[ApiModel]
public sealed partial record BoatCrew(string Name, List<string> Members, string[] Boats) : Crew(Name, Members);

[ApiModel]
public readonly partial record struct Span2(int From, IReadOnlyList<int>? Marks);

[ApiModel]
public partial struct Box
{
    public int Size { get; set; }

    public List<int>? Items { get; set; }
}

[ApiModel]
public sealed partial class Chest
{
    public string? Label { get; init; }

    public decimal A { get; init; }

    public decimal B { get; init; }

    public decimal C { get; init; }

    public decimal D { get; init; }

    public decimal E { get; init; }

    public decimal F { get; init; }

    public decimal G { get; init; }

    public decimal H { get; init; }

    public Guid Key { get; init; }

    public Optional<string?> Note { get; init; }

    public Chest? Inner { get; init; }

    public List<Chest>? Drawers { get; init; }

    public int? Last { get; init; }
}

/// <summary>Two models of equal payloads are equal, by contents, whatever the payload looks like.</summary>
public sealed class EqualityTests
{
    [Test]
    public void A_class_is_equal_by_contents()
    {
        Basket one = Basket.FromJson("""{"id":1,"paints":[{"color":"Blue"}],"extra":{"a":{"x":1,"y":[2]}}}""");
        Basket other = Basket.FromJson("""{ "unknown":5, "extra": {"a": {"y": [2.0], "x": 1}}, "paints": [{"color": 2}], "id": "1" }""");
        Basket? none = null;
        Basket byHand = new() { Id = 1, Paints = [new(Color.Blue)], Extra = new() { ["a"] = JsonElement.Parse("""{"x":1,"y":[2]}""") } };
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(other));
            Assert.That(one, Is.EqualTo(byHand));
            Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
            Assert.That(one.GetHashCode(), Is.EqualTo(byHand.GetHashCode()));
            Assert.That(new HashSet<Basket> { one, other, byHand }, Has.Count.EqualTo(1));
            byHand.Paints.Add(new(Color.Blue));
            Assert.That(one.Equals(byHand), Is.False);
            Assert.That(one.Equals(none), Is.False);
            Assert.That(one.Equals((object)"1"), Is.False);
        });
    }

    [Test]
    public void A_derived_class_is_not_equal_to_its_base()
    {
        Basket plain = new() { Id = 1 };
        GiftBasket gift = new() { Id = 1 };
        Assert.Multiple(() =>
        {
            Assert.That(plain.Equals(gift), Is.False);
            Assert.That(gift.Equals(plain), Is.False);
            Assert.That(gift.Equals((Basket)new GiftBasket { Id = 1 }), Is.True);
            Assert.That(gift.Equals((Basket)new GiftBasket { Id = 1, Ribbon = "red" }), Is.False);
            Assert.That(((Basket)gift).Equals(new GiftBasket { Id = 2 }), Is.False);
        });
    }

    [Test]
    public void Models_in_models_are_equal_by_contents()
    {
        const string Inner = """{"label":"i","a":1,"h":2,"key":"11111111-2222-3333-4444-555555555555","note":null,"last":3}""";
        Chest one = Read("o", "x", 5), same = Read("o", "x", 5);
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(same));
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(EqualityComparer<Chest>.Default.Equals(one, same), Is.True);
            Assert.That(one, Is.Not.EqualTo(Read("p", "x", 5)));
            Assert.That(one, Is.Not.EqualTo(Read("o", "y", 5)));
            Assert.That(one, Is.Not.EqualTo(Read("o", "x", 6)));
            Assert.That(one.Equals(one.Inner), Is.False);
        });

        static Chest Read(string label, string drawer, int last) => Chest.FromJson(
            $$"""{"label":"{{label}}","b":1.5,"inner":{{Inner}},"drawers":[{{Inner}},{"label":"{{drawer}}","inner":{{Inner}}}],"note":"n","last":{{last}}}""");
    }

    [Test]
    public void A_user_s_own_equality_stays()
    {
        Assert.That(ById.FromJson("""{"id":1,"name":"a"}"""), Is.EqualTo(ById.FromJson("""{"id":1,"name":"b"}""")));
        Assert.That(RecordById.FromJson("""{"id":1,"names":["a"]}"""), Is.EqualTo(RecordById.FromJson("""{"id":1,"names":[]}""")));
    }

    [Test]
    public void Records_and_their_heirs_are_equal_by_contents()
    {
        Crew crew = Crew.FromJson("""{"name":"n","members":["a"]}""");
        BoatCrew boats = BoatCrew.FromJson("""{"name":"n","members":["a"],"boats":["b"]}""");
        Assert.Multiple(() =>
        {
            Assert.That(crew, Is.EqualTo(new Crew("n", ["a"])));
            Assert.That(crew == new Crew("n", ["b"]), Is.False);
            Assert.That(boats, Is.EqualTo(new BoatCrew("n", ["a"], ["b"])));
            Assert.That(boats.GetHashCode(), Is.EqualTo(new BoatCrew("n", ["a"], ["b"]).GetHashCode()));
            Assert.That(boats, Is.Not.EqualTo(new BoatCrew("n", ["x"], ["b"])));
            Assert.That(boats, Is.Not.EqualTo(new BoatCrew("n", ["a"], [])));
            Assert.That(crew.Equals(boats), Is.False);
        });
    }

    [Test]
    public void Structs_are_equal_by_contents()
    {
        Span2 span = Span2.FromJson("""{"from":1,"marks":[2]}""");
        Box box = Box.FromJson("""{"size":1,"items":[2]}""");
        Assert.Multiple(() =>
        {
            Assert.That(span, Is.EqualTo(new Span2(1, [2])));
            Assert.That(span == new Span2(1, [3]), Is.False);
            Assert.That(span.GetHashCode(), Is.EqualTo(new Span2(1, [2]).GetHashCode()));
            Assert.That(box, Is.EqualTo(new Box { Size = 1, Items = [2] }));
            Assert.That(box.Equals(new Box { Size = 1 }), Is.False);
            Assert.That(default(Span2), Is.EqualTo(new Span2(0, null)));
        });
    }
}
