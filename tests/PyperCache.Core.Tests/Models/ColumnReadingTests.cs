using System.Globalization;
using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>Columns become rows, whether the rows are made many at a time, as structs or objects, or one by one.</summary>
public sealed class ColumnReadingTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(129)]
    [TestCase(1000)]
    public void Every_row_is_read_however_many_there_are(int count)
    {
        GaugeRow[] expected = Enumerable.Range(0, count)
            .Select(static i => new GaugeRow(i - 5, i % 3 == 0 ? null : i / 8.0, i % 7 == 0 ? "a, ]\"é" : "p" + i, i * 10_000_000_000L))
            .ToArray();
        string json = Json(expected, ", ");
        Assert.Multiple(() =>
        {
            Assert.That(Gauges.FromJson(json).Rows, Is.EqualTo(expected));
            Assert.That(Gauges.FromJson(Json(expected, ",")).Rows, Is.EqualTo(expected));
            Assert.That(Gauges.FromJson(Json(expected, "\n    ,\t")).Rows, Is.EqualTo(expected));
            Assert.That(LooseGauges.FromJson(json).Rows.Select(static r => new GaugeRow(r.Id, r.Level, r.Place, r.Count)), Is.EqualTo(expected));
            Assert.That(GaugeObjects.FromJson(json).Rows.Select(static r => new GaugeRow(r.Id, r.Level, r.Place, r.Count)), Is.EqualTo(expected));
            Assert.That(GaugeRecords.FromJson(json).Rows.Select(static r => new GaugeRow(r.Id, r.Level, r.Place, r.Count)), Is.EqualTo(expected));
            Assert.That(LooseGaugeObjects.FromJson(json).Rows.Value.Select(static r => new GaugeRow(r.Id, r.Level, r.Place, r.Count)), Is.EqualTo(expected));
            Assert.That(GaugeStructs.FromJson(json).Rows.Select(static r => (r.Id, r.Place)), Is.EqualTo(expected.Select(static r => (r.Id, r.Place))));
            Assert.That(Gauges.Check(Encoding.UTF8.GetBytes(json)), Is.Empty);
        });
    }

    [Test]
    public void Columns_that_are_missing_leave_defaults_in_every_row()
    {
        const string Json = """{"rows":{"id":[1,2],"unknown":[{"id":3}]}}""";
        Assert.Multiple(() =>
        {
            Assert.That(Gauges.FromJson(Json).Rows, Is.EqualTo(new[] { new GaugeRow(1, null), new GaugeRow(2, null) }));
            Assert.That(GaugeObjects.FromJson(Json).Rows, Is.EqualTo(new[] { new GaugeRowObject { Id = 1 }, new GaugeRowObject { Id = 2 } }));
            Assert.That(GaugeRecords.FromJson(Json).Rows, Is.EqualTo(new[] { new GaugeRowRecord(1, null), new GaugeRowRecord(2, null) }));
        });
    }

    [Test]
    public void Values_are_converted_without_loss_or_are_errors_at_their_places()
    {
        const string Json = """{"rows":{"id":["7",5.0,1e2,5.7,null,99999999999],"level":[1,"2.5",null,true,[1,2],-0.0],"place":["a",1,"c","d","e","f"]}}""";
        string[] paths = ["$.rows.id[3]", "$.rows.id[4]", "$.rows.id[5]", "$.rows.level[3]", "$.rows.level[4]"];
        LooseGaugeRow[] loose =
        [
            new(7, 1, "a"), new(5, 2.5, "1"), new(100, null, "c"), new(0, null, "d"), new(0, null, "e"), new(0, -0.0, "f"),
        ];
        Assert.Multiple(() =>
        {
            Assert.That(LooseGauges.FromJson(Json).Rows, Is.EqualTo(loose));
            Assert.That(Errors(() => Gauges.FromJson(Json)), Is.EqualTo(paths));
            Assert.That(Errors(() => GaugeObjects.FromJson(Json)), Is.EqualTo(paths));
            Assert.That(Errors(() => GaugeRecords.FromJson(Json)), Is.EqualTo(paths));
            Assert.That(Gauges.Check(Encoding.UTF8.GetBytes(Json)).Select(static e => e.Expected), Is.EqualTo(new[] { "int", "int", "int", "double", "double" }));
        });
    }

    [TestCase(3)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(300)]
    public void Where_a_value_does_not_fit_the_member_keeps_its_own(int misfit)
    {
        const int Count = 301;
        string ids = string.Join(',', Enumerable.Range(0, Count).Select(i => i == misfit ? "[1]" : $"{i}"));
        string places = string.Join(',', Enumerable.Range(0, Count).Select(i => i == misfit ? "{}" : $"\"p{i}\""));
        List<LooseGaugeObject> rows = LooseGaugeObjects.FromJson($$"""{"rows":{"id":[{{ids}}],"place":[{{places}}]} }""").Rows.Value;
        Assert.That(
            rows.Select(static r => (r.Id, r.Level, r.Place, r.Count)),
            Is.EqualTo(Enumerable.Range(0, Count).Select(i => i == misfit ? (-1, (double?)0.5, "here", 3L) : (i, 0.5, $"p{i}", 3L))));
    }

    [Test]
    public void Members_of_every_kind_are_read_from_columns()
    {
        const string Json = """
            {"rows":{"id":[1,2],"place":["a","b"],"parts":[[1,2],[]],"inner":[{"id":5,"level":1},null],"other":[null,{"id":6,"level":null}]}}
            """;
        RichGaugeRow[] rows = RichGauges.FromJson(Json).Rows;
        RichGaugeRow bare = RichGauges.FromJson("""{"rows":{"id":[3]}}""").Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(static r => (r.Id, r.Place)), Is.EqualTo(new[] { (1, "A"), (2, "B") }));
            Assert.That(rows.Select(static r => string.Join(' ', r.Parts)), Is.EqualTo(new[] { "1 2", "" }));
            Assert.That(rows.Select(static r => r.Inner), Is.EqualTo(new GaugeRow?[] { new GaugeRow(5, 1), null }));
            Assert.That(rows.Select(static r => r.Other), Is.EqualTo(new[] { null, new GaugeRowRecord(6, null) }));
            Assert.That((bare.Id, bare.Place, bare.Parts.Single(), bare.Inner), Is.EqualTo((3, "nowhere", 7, (GaugeRow?)null)));
            Assert.That(Errors(() => RichGauges.FromJson("""{"rows":{"place":["a"]}}""")), Is.EqualTo(new[] { "$.rows.id" }));
            Assert.That(Errors(() => RichGauges.FromJson("""{"rows":{"id":[1],"parts":[[true]],"inner":[{"id":"x"}]}}""")), Is.EqualTo(new[] { "$.rows.parts[0][0]", "$.rows.inner[0].id" }));
        });
    }

    [Test]
    public void A_row_with_arguments_and_setters_gets_both_from_columns()
    {
        MixedGaugeRow[] Read(string json) => [.. MixedGauges.FromJson(json).Rows];
        Assert.Multiple(() =>
        {
            Assert.That(
                Read("""{"rows":{"count":[4,5],"place":["a","b"],"level":[null,2.5],"id":[1,2]}}"""),
                Is.EqualTo(new[] { new MixedGaugeRow(1, "a") { Level = null, Count = 4 }, new MixedGaugeRow(2, "b") { Level = 2.5, Count = 5 } }));
            Assert.That(Read("""{"rows":{"id":[1]}}"""), Is.EqualTo(new[] { new MixedGaugeRow(1) }));
            Assert.That(
                Read("""{"rows":{"id":["x",2],"place":[1,true],"level":[[],2.5],"count":[6,1.5]}}"""),
                Is.EqualTo(new[] { new MixedGaugeRow(0, "1") { Count = 6 }, new MixedGaugeRow(2) { Level = 2.5 } }));
        });
    }

    [Test]
    public void Rows_of_a_generic_model_are_read_from_columns() => Assert.That(
        Pairs.FromJson("""{"rows":{"id":[1,2],"value":[0.5,-3]}}""").Rows.Select(static r => (r.Id, r.Value)), Is.EqualTo(new[] { (1, 0.5), (2, -3.0) }));

    [Test]
    public void A_column_that_must_be_there_is_missed_by_rows_alone()
    {
        Assert.Multiple(() =>
        {
            Assert.That(StrictGauges.FromJson("""{"rows":{"id":[1],"level":[2.5]}}""").Rows, Is.EqualTo(new[] { new StrictGaugeRow(1, 2.5) }));
            Assert.That(Errors(() => StrictGauges.FromJson("""{"rows":{"id":[1]}}""")), Is.EqualTo(new[] { "$.rows.level" }));
            Assert.That(StrictGauges.FromJson("""{"rows":{"id":[]}}""").Rows, Is.Empty);
        });
    }

    [TestCase(1)]
    [TestCase(200)]
    [TestCase(128)]
    [TestCase(256)]
    public void A_column_that_ends_early_is_named(int count)
    {
        string ids = string.Join(',', Enumerable.Range(0, count));
        string levels = string.Join(',', Enumerable.Range(1, count - 1));
        string json = $$"""{"rows":{"id":[{{ids}}],"level":[{{levels}}]} }""";
        Assert.Multiple(() =>
        {
            Assert.That(Errors(() => Gauges.FromJson(json)), Is.EqualTo(new[] { "$.rows.level" }));
            Assert.That(Errors(() => GaugeObjects.FromJson(json)), Is.EqualTo(new[] { "$.rows.level" }));
            Assert.That(Errors(() => GaugeRecords.FromJson(json)), Is.EqualTo(new[] { "$.rows.level" }));
        });
    }

    [TestCase("""{"rows":{"id":[1,2,],"level":[1,2]}}""")]
    [TestCase("""{"rows":{"id":[1,2],"level":[1 2]}}""")]
    [TestCase("""{"rows":{"id":[1,02],"level":[1,2]}}""")]
    [TestCase("""{"rows":{"id":[1,2],"level":[1.,2]}}""")]
    [TestCase("""{"rows":{"id":[1,2],"level":[-,2]}}""")]
    [TestCase("""{"rows":{"id":[1,2],"level":[1,nul]}}""")]
    public void Malformed_columns_are_refused(string json)
    {
        Assert.Multiple(() =>
        {
            Assert.Throws<JsonException>(() => Gauges.FromJson(json));
            Assert.Throws<JsonException>(() => LooseGauges.FromJson(json));
            Assert.Throws<JsonException>(() => GaugeObjects.FromJson(json));
        });
    }

    [Test]
    public void A_document_that_is_cut_off_is_refused_wherever_that_is()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"rows":{"id":[10,20,-30,40,50],"level":[1.25,0.5,null,-7,100],"place":["a","b","c","d","e"],"count":[1,2,3,4,5000000000]}}""");
        Assert.That(GaugeObjects.FromJson(json).Rows, Has.Count.EqualTo(5));
        Assert.Multiple(() =>
        {
            for (int length = 0; length < json.Length; length++)
            {
                byte[] cut = json[..length];
                Assert.Throws<JsonException>(() => Gauges.FromJson(cut));
                Assert.Throws<JsonException>(() => GaugeObjects.FromJson(cut));
            }
        });
    }

    [TestCase("""{"rows":{"id":[1],"id":[1,2],"level":[1 2]}}""")]
    [TestCase("""{"rows":{"id":[1 2],"id":[3],"level":[4]}}""")]
    [TestCase("""{"rows":{"id":[1],"level":[2,,3]}}""")]
    [TestCase("""{"rows":{"id":7,"level":[1 2]}}""")]
    [TestCase("""{"rows":{"level":[1 2]}}""")]
    public void Malformed_columns_are_refused_also_where_there_is_no_way_to_make_rows_of_them(string json)
    {
        Assert.Multiple(() =>
        {
            Assert.Throws<JsonException>(() => LooseGauges.FromJson(json));
            Assert.Throws<JsonException>(() => GaugeObjects.FromJson(json));
        });
    }

    [Test]
    public void A_row_that_is_an_object_is_one_of_its_own_and_comes_back()
    {
        GaugeRecords gauges = GaugeRecords.FromJson("{\"rows\":{\"id\":[1,1],\"level\":[2.50,null]}, \"more\":1}");
        Assert.That(gauges.Rows[0], Is.Not.SameAs(gauges.Rows[1]));
        GaugeRecords changed = GaugeRecords.FromJson(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(gauges.ToJson().Span).Replace("2.50", "3", StringComparison.Ordinal)));
        Assert.That(changed.Rows, Is.EqualTo(new[] { gauges.Rows[0] with { Level = 3 }, gauges.Rows[1] }));
        Assert.That(Encoding.UTF8.GetString((gauges.Rows[0] with { Level = 3 }).ToJson().Span), Is.EqualTo("{\"id\":1,\"level\":3,\"place\":\"here\",\"count\":3}"));
    }

    private static string[] Errors(Action hydrate) =>
        Assert.Throws<ApiModelValidationException>(() => hydrate())!.Errors.Select(static e => e.Path).ToArray();

    private static string Json(GaugeRow[] rows, string comma) =>
        $$"""
        {"rows":{"id":[{{string.Join(comma, rows.Select(static r => r.Id))}}],
        "level":[{{string.Join(comma, rows.Select(static r => r.Level is { } level ? level.ToString("R", CultureInfo.InvariantCulture) : "null"))}}],
        "place":[{{string.Join(comma, rows.Select(static r => "\"" + r.Place.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""))}}],
        "count":[{{string.Join(comma, rows.Select(static r => r.Count))}}]} }
        """;
}
