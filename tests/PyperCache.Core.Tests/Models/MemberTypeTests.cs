using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}

[ApiModel(Validate = true)]
public sealed partial record Numbers(
    byte B, sbyte Sb, short S, ushort Us, int I, uint Ui, long L, ulong Ul, Int128 I128, UInt128 U128, BigInteger Big, Half H, float F, double D, decimal M);

[ApiModel(Validate = true)]
public sealed partial record Values(
    bool Flag, string Text, char Letter, Color Color, Access Access, Guid Id, Uri Link, DateTime At, DateTimeOffset When, DateOnly Day, TimeOnly Time, TimeSpan Span,
    byte[] Bytes, JsonElement Element, JsonNode Node, object Any);

[ApiModel(Validate = true)]
public sealed partial record NullableNumbers(
    byte? B, sbyte? Sb, short? S, ushort? Us, int? I, uint? Ui, long? L, ulong? Ul, Int128? I128, UInt128? U128, BigInteger? Big, Half? H, float? F, double? D, decimal? M);

[ApiModel(Validate = true)]
public sealed partial record NullableValues(
    bool? Flag, string? Text, char? Letter, Color? Color, Access? Access, Guid? Id, Uri? Link, DateTime? At, DateTimeOffset? When, DateOnly? Day, TimeOnly? Time,
    TimeSpan? Span, byte[]? Bytes, JsonNode? Node, object? Any, Paint? Paint, Reading? Reading);

[ApiModel(Validate = true)]
public readonly partial record struct Reading(int Value);

/// <summary>Every type that a member may have: read, written back, equal, and null where it may be.</summary>
public sealed class MemberTypeTests
{
    private const string NumbersJson = """
        {"b":255,"sb":-128,"s":-32768,"us":65535,"i":-2147483648,"ui":4294967295,"l":-9223372036854775808,"ul":18446744073709551615,"i128":-170141183460469231731687303715884105728,"u128":340282366920938463463374607431768211455,"big":123456789012345678901234567890123456789012345678901234567890,"h":0.5,"f":1.5,"d":-2.5E-7,"m":79228162514264337593543950335}
        """;

    private const string ValuesJson = """
        {"flag":true,"text":"é","letter":"x","color":"dark-red","access":"Read, Write","id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","link":"/a?b=c","at":"2026-04-19T12:00:00Z","when":"2026-04-19T12:00:00+02:00","day":"2026-04-19","time":"12:30:00","span":"1.02:03:04","bytes":"AQID","element":[1,{"a":null}],"node":{"b":[true]},"any":"anything"}
        """;

    private static readonly Numbers s_numbers = new(
        255, -128, -32768, 65535, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, Int128.MinValue, UInt128.MaxValue,
        BigInteger.Parse("123456789012345678901234567890123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture),
        (Half)0.5, 1.5f, -2.5e-7, decimal.MaxValue);

    [Test]
    public void Every_kind_of_number_is_read() => Assert.That(Numbers.FromJson(NumbersJson), Is.EqualTo(s_numbers));

    [Test]
    public void Every_kind_of_number_is_read_from_text()
    {
        string quoted = System.Text.RegularExpressions.Regex.Replace(NumbersJson, ":([^,}]+)", ":\"$1\"");
        Assert.That(Numbers.FromJson(quoted), Is.EqualTo(s_numbers));
    }

    [Test]
    public void Numbers_that_were_made_by_hand_come_back() => Assert.That(Numbers.FromJson(s_numbers.ToJson()), Is.EqualTo(s_numbers));

    [Test]
    public void A_number_that_does_not_fit_its_type_is_an_error_at_its_key()
    {
        IReadOnlyList<ApiModelError> errors = Numbers.Check("""
            {"b":256,"sb":128,"s":32768,"us":-1,"i":2147483648,"ui":-1,"l":9223372036854775808,"ul":-1,"i128":1e39,"u128":-1,"big":1.5,"h":1e9,"f":1e39,"d":1e309,"m":1e29}
            """u8);
        Assert.That(errors.Select(static e => $"{e.Path} {e.Expected}"), Is.EqualTo(new[]
        {
            "$.b byte", "$.sb sbyte", "$.s short", "$.us ushort", "$.i int", "$.ui uint", "$.l long", "$.ul ulong", "$.i128 Int128", "$.u128 UInt128", "$.big BigInteger",
            "$.h Half", "$.f float", "$.d double", "$.m decimal",
        }));
    }

    [Test]
    public void Every_other_kind_of_value_is_read()
    {
        Values v = Values.FromJson(ValuesJson);
        Assert.Multiple(() =>
        {
            Assert.That((v.Flag, v.Text, v.Letter, v.Color, v.Access), Is.EqualTo((true, "é", 'x', Color.DarkRed, Access.Read | Access.Write)));
            Assert.That(v.Id, Is.EqualTo(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff")));
            Assert.That(v.Link, Is.EqualTo(new Uri("/a?b=c", UriKind.Relative)));
            Assert.That((v.At, v.At.Kind), Is.EqualTo((new DateTime(2026, 4, 19, 12, 0, 0), DateTimeKind.Utc)));
            Assert.That((v.When, v.When.Offset), Is.EqualTo((new DateTimeOffset(2026, 4, 19, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2))));
            Assert.That((v.Day, v.Time, v.Span), Is.EqualTo((new DateOnly(2026, 4, 19), new TimeOnly(12, 30), new TimeSpan(1, 2, 3, 4))));
            Assert.That(v.Bytes, Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(v.Element[1].GetProperty("a").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(v.Node["b"]![0]!.GetValue<bool>(), Is.True);
            Assert.That(((JsonElement)v.Any).GetString(), Is.EqualTo("anything"));
        });
    }

    [Test]
    public void Values_of_equal_payloads_are_equal_and_come_back_when_they_were_made_by_hand()
    {
        Values v = Values.FromJson(ValuesJson);
        Values byHand = new(
            v.Flag, v.Text, v.Letter, v.Color, v.Access, v.Id, v.Link, v.At, v.When, v.Day, v.Time, v.Span, [1, 2, 3], JsonElement.Parse("""[1, {"a": null}]"""),
            new JsonObject { ["b"] = new JsonArray(true) }, JsonElement.Parse("\"anything\""));
        Assert.Multiple(() =>
        {
            Assert.That(byHand, Is.EqualTo(v));
            Assert.That(byHand.GetHashCode(), Is.EqualTo(v.GetHashCode()));
            Assert.That(Values.FromJson(byHand.ToJson()), Is.EqualTo(v));
            Assert.That(JsonNode.DeepEquals(byHand.AsDict(), JsonNode.Parse(ValuesJson)), Is.True);
        });
    }

    [Test]
    public void A_value_of_another_kind_is_an_error_at_its_key()
    {
        IReadOnlyList<ApiModelError> errors = Values.Check("""
            {"flag":1,"text":false,"letter":"xy","color":"green","access":"Run","id":"6f96","link":5,"at":"soon","when":true,"day":"19.04.2026","time":"25:00","span":"long","bytes":"*","element":null,"node":null,"any":null}
            """u8);
        Assert.That(errors.Select(static e => e.Path), Is.EqualTo(new[]
        {
            "$.flag", "$.text", "$.letter", "$.color", "$.access", "$.id", "$.link", "$.at", "$.when", "$.day", "$.time", "$.span", "$.bytes", "$.node", "$.any",
        }));
    }

    [Test]
    public void Null_is_no_value_where_the_member_is_not_nullable()
    {
        string nulls = System.Text.RegularExpressions.Regex.Replace(NumbersJson, ":([^,}]+)", ":null");
        Assert.That(Numbers.Check(Encoding.UTF8.GetBytes(nulls)).Select(static e => e.Found).Distinct(), Is.EqualTo(new[] { "null" }));
        Assert.That(Numbers.Check(Encoding.UTF8.GetBytes(nulls)), Has.Count.EqualTo(15));
    }

    [Test]
    public void Null_is_a_value_where_the_member_is_nullable()
    {
        const string numbers = """{"b":null,"sb":null,"s":null,"us":null,"i":null,"ui":null,"l":null,"ul":null,"i128":null,"u128":null,"big":null,"h":null,"f":null,"d":null,"m":null}""";
        const string values = """
            {"flag":null,"text":null,"letter":null,"color":null,"access":null,"id":null,"link":null,"at":null,"when":null,"day":null,"time":null,"span":null,"bytes":null,"node":null,"any":null,"paint":null,"reading":null}
            """;
        NullableNumbers n = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        NullableValues v = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        Assert.Multiple(() =>
        {
            Assert.That(NullableNumbers.FromJson(numbers), Is.EqualTo(n));
            Assert.That(NullableValues.FromJson(values), Is.EqualTo(v));
            Assert.That(Encoding.UTF8.GetString(n.ToJson().Span), Is.EqualTo(numbers));
            Assert.That(NullableValues.FromJson(v.ToJson()), Is.EqualTo(v));
        });
    }

    [Test]
    public void A_nullable_member_holds_the_value_that_is_there()
    {
        NullableNumbers n = NullableNumbers.FromJson(NumbersJson);
        NullableValues v = NullableValues.FromJson(ValuesJson[..^1] + ""","paint":{"color":"Blue"},"reading":{"value":3}}""");
        Assert.Multiple(() =>
        {
            Assert.That((n.B, n.Ul, n.Big, n.H, n.M), Is.EqualTo(((byte?)255, (ulong?)ulong.MaxValue, (BigInteger?)s_numbers.Big, (Half?)0.5, (decimal?)decimal.MaxValue)));
            Assert.That((v.Letter, v.Color, v.Day, v.Paint, v.Reading), Is.EqualTo(((char?)'x', (Color?)Color.DarkRed, (DateOnly?)new DateOnly(2026, 4, 19), new Paint(Color.Blue), (Reading?)new Reading(3))));
        });
    }

    [Test]
    public void A_changed_value_of_any_type_is_written()
    {
        Values v = Values.FromJson(ValuesJson);
        Values changed = v with
        {
            Flag = false, Letter = 'y', Color = Color.Blue, Access = Access.Write, Link = new Uri("https://b.example/"), Day = new DateOnly(2027, 1, 2), Bytes = [4],
            Node = new JsonArray(1), Any = 5, Element = JsonElement.Parse("{}"), Span = TimeSpan.FromSeconds(1), Time = new TimeOnly(1, 2),
        };
        Assert.That(Values.FromJson(changed.ToJson()), Is.EqualTo(changed with { Any = JsonElement.Parse("5") }));
        Assert.That(changed.AsDict()["text"]!.GetValue<string>(), Is.EqualTo("é"));
    }

    [TestCase("1", Access.Read)]
    [TestCase("\"3\"", Access.Read | Access.Write)]
    [TestCase("\"read,write\"", Access.Read | Access.Write)]
    [TestCase("8", (Access)8)]
    public void Flags_are_read_by_number_and_by_names(string json, Access expected) =>
        Assert.That(NullableValues.FromJson($$"""{"access":{{json}}}""").Access, Is.EqualTo(expected));
}
