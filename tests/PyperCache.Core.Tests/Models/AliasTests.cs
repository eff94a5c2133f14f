using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public partial record Spot(
    [Alias("geo.position.lat")] double Latitude,
    [Alias("geo.position.lng")] double Longitude,
    [Alias("geo")] JsonElement Geo,
    [Alias("content-type")] string? ContentType,
    [Alias("\"a b\".c", "$id")] string? Quoted,
    [Alias("hits?role=staff.name")] List<string>? Staff,
    [Alias("hits?role=boss", "boss")] List<JsonElement>? Bosses);

/// <summary>Every form of an alias: keys, paths into one subtree, literal keys, selectors.</summary>
public sealed class AliasTests
{
    private const string Json = """
        {"geo":{"zone":"x","position":{"lng":2.5,"lat":1.5}},"content-type":"text","$id":"7",
         "hits":[{"name":"Ada","role":"staff"},{"name":"Bo","role":"guest"},{"name":"Cy","role":"staff"}],"boss":[1]}
        """;

    [Test]
    public void Paths_into_one_subtree_are_read_beside_the_subtree_itself()
    {
        Spot spot = Spot.FromJson(Json);
        Assert.Multiple(() =>
        {
            Assert.That((spot.Latitude, spot.Longitude), Is.EqualTo((1.5, 2.5)));
            Assert.That(spot.Geo.GetProperty("zone").GetString(), Is.EqualTo("x"));
            Assert.That(spot.ContentType, Is.EqualTo("text"));
            Assert.That(spot.Quoted, Is.EqualTo("7"));
            Assert.That(spot.Staff, Is.EqualTo(new[] { "Ada", "Cy" }));
        });
    }

    [Test]
    public void A_path_that_is_cut_finds_nothing()
    {
        Spot spot = Spot.FromJson("""{"geo":5,"hits":null}""");
        Assert.That((spot.Latitude, spot.Staff), Is.EqualTo((0.0, (List<string>?)null)));
    }

    [Test]
    public void A_mismatch_behind_a_path_is_reported_where_it_stands() =>
        Assert.That(Spot.Check("""{"geo":{"position":{"lat":"north"}}}"""u8).Single().Path, Is.EqualTo("$.geo.position.lat"));

    [Test]
    public void A_change_behind_a_path_is_written_in_its_place()
    {
        Spot spot = Spot.FromJson("""{"geo":{"zone":"x","position":{"lng":2.5,"lat":1.5}}}""");
        Assert.That(Encoding.UTF8.GetString((spot with { Latitude = 3 }).ToJson().Span), Is.EqualTo("""{"geo":{"zone":"x","position":{"lng":2.5,"lat":3}}}"""));
    }
}
