using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string[] parts = reader.GetString()!.Split(' ');
        return new Money(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));
}

public sealed class UpperConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.ToUpperInvariant();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToLowerInvariant());
}

/// <summary>Calls back into models through the options that it is given.</summary>
public sealed class WrappedPaintConverter : JsonConverter<Paint>
{
    public override Paint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
            throw new JsonException("expected an array");
        Paint paint = (Paint)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(Paint)))!;
        reader.Read();
        return paint;
    }

    public override void Write(Utf8JsonWriter writer, Paint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(typeof(Paint)));
        writer.WriteEndArray();
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
public enum Mood
{
    Calm,
    Wild,
}

[JsonConverter(typeof(JsonNumberEnumConverter<Stage>))]
public enum Stage
{
    One = 1,
    Two,
}

[ApiModel(Validate = true)]
public sealed partial record Bill(
    Money Total, Money? Tip, List<Money> Items, [property: JsonConverter(typeof(UpperConverter))] string Code, [property: JsonConverter(typeof(UpperConverter))] string? Note,
    [property: JsonConverter(typeof(WrappedPaintConverter))] Lazy<Paint>? Paint, Mood Mood = Mood.Wild, Stage Stage = Stage.Two);

/// <summary>Types and members with a converter of System.Text.Json.</summary>
public sealed class ConverterTests
{
    private const string Json = """{"total":"12.50 EUR","tip":null,"items":["1 USD"],"code":"ab","note":"cd","paint":[{"color":2}],"mood":"calm","stage":1,"more":true}""";

    [Test]
    public void Converters_of_types_and_of_members_read()
    {
        Bill bill = Bill.FromJson(Json);
        Assert.Multiple(() =>
        {
            Assert.That((bill.Total, bill.Tip, bill.Items.Single()), Is.EqualTo((new Money(12.50m, "EUR"), (Money?)null, new Money(1, "USD"))));
            Assert.That((bill.Code, bill.Note, bill.Paint!.Value), Is.EqualTo(("AB", "CD", new Paint(Color.Blue))));
            Assert.That((bill.Mood, bill.Stage), Is.EqualTo((Mood.Calm, Stage.One)));
            Assert.That(bill, Is.EqualTo(Bill.FromJson(Json)));
            Assert.That(bill.GetHashCode(), Is.EqualTo(Bill.FromJson(Json).GetHashCode()));
        });
    }

    [Test]
    public void They_write_what_was_changed()
    {
        Bill bill = Bill.FromJson(Json);
        Bill changed = bill with { Tip = new Money(2, "EUR"), Code = "NEW", Stage = Stage.Two };
        Assert.That(Text(bill.ToJson()), Is.EqualTo(Json));
        Assert.That(Text(changed.ToJson()), Is.EqualTo("""{"total":"12.50 EUR","tip":"2 EUR","items":["1 USD"],"code":"new","note":"cd","paint":[{"color":2}],"mood":"calm","stage":2,"more":true}"""));
        Assert.That(Bill.FromJson((bill with { Paint = new(static () => new Paint(Color.DarkRed)) }).ToJson()).Paint!.Value, Is.EqualTo(new Paint(Color.DarkRed)));
    }

    [Test]
    public void What_they_refuse_is_an_error_at_its_key() => Assert.That(
        Bill.Check("""{"total":"much","tip":5,"items":["1 USD",null],"code":null,"note":null,"paint":[{"color":9}]}"""u8).Select(static e => $"{e.Path} {e.Expected}"),
        Is.EqualTo(new[] { "$.total Money", "$.tip Money", "$.items[1] Money", "$.code String", "$.paint Paint" }));

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
