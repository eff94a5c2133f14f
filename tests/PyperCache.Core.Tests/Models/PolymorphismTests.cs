using System.Text;
using System.Text.Json.Serialization;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Cat), "cat")]
[JsonDerivedType(typeof(Dog), 2)]
[JsonDerivedType(typeof(Parrot), "parrot")]
public partial record Animal(string Name);

[ApiModel(Validate = true)]
public sealed partial record Cat(string Name, int Lives) : Animal(Name);

[ApiModel(Validate = true)]
public sealed partial record Dog(string Name, bool Barks) : Animal(Name);

[ApiModel(Validate = true)]
public sealed partial record Parrot(string Name, [Alias("voice.words")] List<string> Words) : Animal(Name);

[ApiModel]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
public partial record Figure(string? Kind);

[ApiModel]
public sealed partial record Circle(string? Kind, double Radius) : Figure(Kind);

/// <summary>A discriminator in the payload chooses the type that is hydrated.</summary>
public sealed class PolymorphismTests
{
    private const string Zoo = """[{"kind":"cat","name":"Tom","lives":9},{"name":"Rex","barks":true,"kind":2},{"kind":"fish","name":"Wanda"},{"name":"none"}]""";

    [Test]
    public void The_discriminator_chooses_the_type_wherever_it_stands() => Assert.That(
        ApiModel.FromJson<List<Animal>>(Zoo), Is.EqualTo(new[] { new Cat("Tom", 9), new Dog("Rex", true), new Animal("Wanda"), new Animal("none") }));

    [Test]
    public void An_unknown_discriminator_keeps_all_of_the_payload() =>
        Assert.That(Text(Animal.FromJson("""{"kind":"fish","name":"Wanda","fins":2}""").ToJson()), Is.EqualTo("""{"kind":"fish","name":"Wanda","fins":2}"""));

    [Test]
    public void What_was_chosen_is_checked_by_its_own_rules() =>
        Assert.That(Animal.Check("""{"kind":"cat","name":"Tom","lives":"many"}"""u8).Single().Member, Is.EqualTo("Cat.Lives"));

    [Test]
    public void The_discriminator_is_written_for_a_model_made_by_hand()
    {
        Assert.That(Text(ApiModel.ToJson<List<Animal>>([new Cat("Tom", 9), new Dog("Rex", true)])),
            Is.EqualTo("""[{"kind":"cat","name":"Tom","lives":9},{"kind":2,"name":"Rex","barks":true}]"""));
    }

    [Test]
    public void The_discriminator_is_written_also_where_a_member_lies_on_a_path()
    {
        Animal parrot = new Parrot("Polly", ["hello"]);
        Assert.That(Text(ApiModel.ToJson(parrot)), Is.EqualTo("""{"kind":"parrot","name":"Polly","voice":{"words":["hello"]}}"""));
        Assert.That(Animal.FromJson(ApiModel.ToJson(parrot)), Is.EqualTo(parrot));
    }

    [Test]
    public void A_member_that_is_read_from_the_discriminator_is_written_once()
    {
        Assert.That(Text(ApiModel.ToJson<Figure>(new Circle(null, 2))), Is.EqualTo("""{"kind":"circle","radius":2}"""));
        Assert.That(Text(ApiModel.ToJson<Figure>(new Figure("blob"))), Is.EqualTo("""{"kind":"blob"}"""));
        Assert.That(Figure.FromJson("""{"radius":2,"kind":"circle"}"""), Is.EqualTo(new Circle("circle", 2)));
    }

    [Test]
    public void A_changed_variant_keeps_its_discriminator()
    {
        Cat cat = (Cat)Animal.FromJson("""{"kind":"cat","name":"Tom","lives":9}""");
        Assert.That(Text((cat with { Lives = 8 }).ToJson()), Is.EqualTo("""{"kind":"cat","name":"Tom","lives":8}"""));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
