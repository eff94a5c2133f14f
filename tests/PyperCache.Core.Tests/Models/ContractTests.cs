using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>What a user of a model is promised, on the models that the documentation shows.</summary>
public sealed class ContractTests
{
    private const string PostJson = """{"userId":1,"id":7,"title":"t","body":"b","more":true}""";

    private const string ForecastJson = """
        {
          "issuedAt": "2026-04-19 12:00:00",
          "place": {"id": 1, "name": "Phoenix", "latitude": 33.4, "elevation": 331, "admin1": "Arizona", "geo": {"timezone": "America/Phoenix"}, "note": null},
          "hourly": {"time": [1713000000, 1713003600], "temperature_2m": [21.2, 22.5], "weather_code": [3, null], "unknown": ["a", "b"]},
          "related": [{"userId": "not", "id": "valid"}],
          "alerts": [{"level": "red", "title": "Heat"}, {"level": "green", "title": "-"}, {"level": "red", "title": "Dust"}],
          "prices": {"kwh": 0.31, "m3": "2.50"},
          "extra": {"a": [1, 2]}
        }
        """;

    [Test]
    public void Hydrates_a_positional_record_from_every_kind_of_input()
    {
        Post expected = new(1, 7, "t", "b");
        byte[] utf8 = Encoding.UTF8.GetBytes(PostJson);
        using JsonDocument document = JsonDocument.Parse(utf8);
        Assert.Multiple(() =>
        {
            Assert.That(Post.FromJson(PostJson), Is.EqualTo(expected));
            Assert.That(Post.FromJson(utf8), Is.EqualTo(expected));
            Assert.That(Post.FromJson(utf8.AsSpan()), Is.EqualTo(expected));
            Assert.That(Post.FromJson((ReadOnlyMemory<byte>)utf8), Is.EqualTo(expected));
            Assert.That(Post.FromJson(document.RootElement), Is.EqualTo(expected));
            Assert.That(Post.FromDict(new JsonObject { ["userId"] = 1, ["id"] = 7, ["title"] = "t", ["body"] = "b" }), Is.EqualTo(expected));
        });
    }

    [Test]
    public async Task Hydrates_from_a_stream()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(PostJson));
        Assert.That(await Post.FromJsonAsync(stream), Is.EqualTo(new Post(1, 7, "t", "b")));
    }

    [Test]
    public void AsDict_keeps_unknown_keys_and_shows_changes()
    {
        Post post = Post.FromJson(PostJson);
        Post next = post with { Title = "x" };
        Assert.Multiple(() =>
        {
            Assert.That(post.AsDict().ToJsonString(), Is.EqualTo(PostJson));
            Assert.That(next.AsDict().ToJsonString(), Is.EqualTo("""{"userId":1,"id":7,"title":"x","body":"b","more":true}"""));
            Assert.That(Text(next.ToJson()), Is.EqualTo("""{"userId":1,"id":7,"title":"x","body":"b","more":true}"""));
        });
    }

    [Test]
    public void ToJson_of_an_unchanged_model_is_the_text_it_came_from()
    {
        const string spaced = """{ "id" : 7, "userId":1.0, "body" : "b\u0041", "title":"t" }""";
        Assert.That(Text(Post.FromJson(spaced).ToJson()), Is.EqualTo(spaced));
    }

    [Test]
    public void ToJson_of_a_model_made_by_hand_has_every_member()
    {
        Assert.That(Text(new Post(1, 2, "é", "\"").ToJson()), Is.EqualTo("""{"userId":1,"id":2,"title":"é","body":"\""}"""));
    }

    [Test]
    public void Check_reports_every_error_with_its_place()
    {
        IReadOnlyList<ApiModelError> errors = Post.Check("""{"userId":1,"id":"seven","title":null,"body":[1]}"""u8);
        Assert.That(errors, Is.EqualTo(new[]
        {
            new ApiModelError("$.id", "Post.Id", "int", "string", "\"seven\""),
            new ApiModelError("$.title", "Post.Title", "string", "null", "null"),
            new ApiModelError("$.body", "Post.Body", "string", "array", "[1]"),
        }));
    }

    [Test]
    public void Hydration_throws_all_errors_at_once()
    {
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(static () => Post.FromJson("""{"userId":"x","id":null}"""))!;
        Assert.That(e.Errors.Select(static x => x.Path), Is.EqualTo(new[] { "$.userId", "$.id" }));
        Assert.That(e.Message, Does.Contain("$.userId (Post.UserId): expected int, found string \"x\""));
        Assert.That(e.Message, Does.EndWith("$.id (Post.Id): expected int, found null"));
    }

    [Test]
    public void Strict_reports_missing_keys_but_not_members_with_a_default()
    {
        IReadOnlyList<ApiModelError> errors = Location.Check("{}"u8);
        Assert.That(errors.Select(static x => (x.Path, x.Found)), Is.EqualTo(new[]
        {
            ("$.id", "missing"), ("$.name", "missing"), ("$.elevation", "missing"), ("$.admin1", "missing"),
        }));
    }

    [Test]
    public void Reads_aliases_paths_initializers_and_optionals()
    {
        Location full = Location.FromJson("""{"id":1,"name":"n","latitude":2.5,"elevation":null,"admin1":"r","timezone":"second","geo":{"timezone":"first"},"note":null}""");
        Location sparse = Location.FromJson("""{"id":1,"name":"n","elevation":3,"admin1":null,"timezone":"second"}""");
        Assert.Multiple(() =>
        {
            Assert.That(full.TimeZone, Is.EqualTo("first"));
            Assert.That(full.Region, Is.EqualTo("r"));
            Assert.That(full.Note.HasValue, Is.True);
            Assert.That(full.Note.Value, Is.Null);
            Assert.That(sparse.TimeZone, Is.EqualTo("second"));
            Assert.That(sparse.Latitude, Is.NaN);
            Assert.That(sparse.Note.IsUnset, Is.True);
            Assert.That(Location.FromJson("""{"id":1,"name":"n","elevation":3,"admin1":null}""").TimeZone, Is.EqualTo("UTC"));
        });
    }

    [Test]
    public void Writes_back_paths_and_removes_what_was_unset()
    {
        Location location = Location.FromJson("""{"id":1,"name":"n","elevation":3,"admin1":null,"geo":{"timezone":"first","x":1},"note":"n"}""");
        Location changed = location with { TimeZone = "second", Note = default };
        Assert.That(changed.AsDict().ToJsonString(), Is.EqualTo("""{"id":1,"name":"n","elevation":3,"admin1":null,"geo":{"timezone":"second","x":1}}"""));
    }

    [Test]
    public void Hydrates_timestamps_columns_lazies_selectors_and_dictionaries()
    {
        Forecast forecast = Forecast.FromJson(ForecastJson);
        Assert.Multiple(() =>
        {
            Assert.That(forecast.IssuedAt, Is.EqualTo(new DateTimeOffset(2026, 4, 19, 12, 0, 0, TimeSpan.Zero)));
            Assert.That(forecast.Place.IsValueCreated, Is.False);
            Assert.That(forecast.Place.Value.TimeZone, Is.EqualTo("America/Phoenix"));
            Assert.That(forecast.Hourly.Value, Is.EqualTo(new[]
            {
                new HourRow(DateTimeOffset.FromUnixTimeSeconds(1713000000), 21.2, 3),
                new HourRow(DateTimeOffset.FromUnixTimeSeconds(1713003600), 22.5, null),
            }));
            Assert.That(forecast.RedAlerts, Is.EqualTo(new[] { "Heat", "Dust" }));
            Assert.That(forecast.Prices, Is.EqualTo(new Dictionary<string, decimal> { ["kwh"] = 0.31m, ["m3"] = 2.50m }));
            Assert.That(forecast.Extra.GetProperty("a")[1].GetInt32(), Is.EqualTo(2));
            Assert.That(forecast, Is.EqualTo(Forecast.FromJson(ForecastJson)));
            Assert.That(forecast.GetHashCode(), Is.EqualTo(Forecast.FromJson(ForecastJson).GetHashCode()));
            Assert.That(Text(forecast.ToJson()), Is.EqualTo(ForecastJson));
        });
    }

    [Test]
    public void A_shallow_lazy_is_checked_when_it_is_asked_for()
    {
        Forecast forecast = Forecast.FromJson(ForecastJson);
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(() => _ = forecast.Related!.Value)!;
        Assert.That(e.Errors[0].Path, Is.EqualTo("$[0].userId"));
    }

    [Test]
    public void A_lazy_that_does_not_fit_is_an_error_at_construction()
    {
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(
            static () => Forecast.FromJson("""{"place":{"id":"x","name":"n","elevation":1,"admin1":null},"hourly":{"time":[1],"temperature_2m":[1,2]}}"""))!;
        Assert.That(e.Errors.Select(static x => $"{x.Path} {x.Member}"), Is.EqualTo(new[] { "$.place.id Location.Id", "$.hourly.temperature_2m HourRow.TemperatureC" }));
    }

    [Test]
    public void Columns_that_are_missing_uneven_or_no_arrays_are_named()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Forecast.Check("""{"hourly":{"time":[1]}}"""u8).Single().Path, Is.EqualTo("$.hourly.temperature_2m"));
            Assert.That(Forecast.Check("""{"hourly":{"time":[1],"temperature_2m":[1,2]}}"""u8).Single().Found, Is.EqualTo("2 values"));
            Assert.That(Forecast.Check("""{"hourly":{"time":1,"temperature_2m":[]}}"""u8).Single().Path, Is.EqualTo("$.hourly.time"));
            Assert.That(Forecast.Check("""{"hourly":{"time":["x"],"temperature_2m":[true]}}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.hourly.time[0]", "$.hourly.temperature_2m[0]" }));
        });
    }

    [Test]
    public void Every_model_comes_as_every_collection()
    {
        ReadOnlyMemory<byte> list = Encoding.UTF8.GetBytes($"[{PostJson},{PostJson}]");
        ReadOnlyMemory<byte> dictionary = Encoding.UTF8.GetBytes($$"""{"a":{{PostJson}}}""");
        Post post = new(1, 7, "t", "b");
        Assert.Multiple(() =>
        {
            Assert.That(ApiModel.FromJson<List<Post>>(list), Is.EqualTo(new[] { post, post }));
            Assert.That(ApiModel.FromJson<Post[]>(list), Has.Length.EqualTo(2));
            Assert.That(ApiModel.FromJson<IReadOnlyList<Post>>(list), Has.Count.EqualTo(2));
            Assert.That(ApiModel.FromJson<IList<Post>>(list), Has.Count.EqualTo(2));
            Assert.That(ApiModel.FromJson<IEnumerable<Post>>(list).Count(), Is.EqualTo(2));
            Assert.That(ApiModel.FromJson<System.Collections.Immutable.ImmutableArray<Post>>(list), Has.Length.EqualTo(2));
            Assert.That(ApiModel.FromJson<Dictionary<string, Post>>(dictionary)["a"], Is.EqualTo(post));
            Assert.That(ApiModel.FromJson<IReadOnlyDictionary<string, Post>>(dictionary)["a"], Is.EqualTo(post));
            Assert.That(Text(ApiModel.ToJson(new List<Post> { post })), Is.EqualTo("""[{"userId":1,"id":7,"title":"t","body":"b"}]"""));
        });
    }

    [Test]
    public void An_unknown_type_is_refused_with_advice()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(static () => ApiModel.FromJson<Version>("{}"))!;
        Assert.That(e.Message, Does.Contain("System.Version").And.Contain("[ApiModel]"));
    }

    [Test]
    public void Malformed_json_tells_line_and_byte()
    {
        JsonException e = Assert.Throws<JsonException>(static () => Post.FromJson("{\n\"userId\": 01}"))!;
        Assert.That((e.LineNumber, e.BytePositionInLine), Is.EqualTo(((long?)1, (long?)11)));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
