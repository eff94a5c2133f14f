using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>Conversion is lossless or it is a mismatch.</summary>
public sealed class ConversionTests
{
    [TestCase("7", 7)]
    [TestCase("\"7\"", 7)]
    [TestCase("5.0", 5)]
    [TestCase("1e2", 100)]
    [TestCase("-2147483648", int.MinValue)]
    [TestCase("5.7", null)]
    [TestCase("2147483648", null)]
    [TestCase("true", null)]
    [TestCase("\"\"", null)]
    [TestCase("\" 7\"", null)]
    [TestCase("\"+7\"", null)]
    [TestCase("\"07\"", null)]
    [TestCase("null", null)]
    [TestCase("[7]", null)]
    public void Reads_int(string json, int? expected) => Assert.That(Read<int>(json), Is.EqualTo((object?)expected));

    [TestCase("true", true)]
    [TestCase("\"true\"", true)]
    [TestCase("\"false\"", false)]
    [TestCase("1", null)]
    [TestCase("\"True\"", null)]
    public void Reads_bool(string json, bool? expected) => Assert.That(Read<bool>(json), Is.EqualTo((object?)expected));

    [TestCase("\"x\"", "x")]
    [TestCase("1.50", "1.50")]
    [TestCase("\"\\u00e9\\n\"", "é\n")]
    [TestCase("true", null)]
    [TestCase("null", null)]
    [TestCase("{}", null)]
    public void Reads_text(string json, string? expected) => Assert.That(Read<string>(json), Is.EqualTo(expected));

    [TestCase("0.1", 0.1)]
    [TestCase("\"5e-324\"", 5e-324)]
    [TestCase("1e400", null)]
    [TestCase("\"NaN\"", null)]
    public void Reads_double(string json, double? expected) => Assert.That(Read<double>(json), Is.EqualTo((object?)expected));

    [Test]
    public void Other_scalars_are_read_and_written_back()
    {
        Assert.Multiple(() =>
        {
            RoundTrip(byte.MaxValue, "255");
            RoundTrip(ulong.MaxValue, "18446744073709551615");
            RoundTrip(Int128.MinValue, Int128.MinValue.ToString(CultureInfo.InvariantCulture));
            RoundTrip(BigInteger.Pow(10, 60), "1" + new string('0', 60));
            RoundTrip(0.31m, "0.31");
            RoundTrip('é', "\"é\"");
            RoundTrip(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"), "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"");
            RoundTrip(new Uri("https://a.example/b?c=d"), "\"https://a.example/b?c=d\"");
            RoundTrip(new DateOnly(2026, 4, 19), "\"2026-04-19\"");
            RoundTrip(TimeSpan.FromMinutes(90), "\"01:30:00\"");
            RoundTrip(new byte[] { 1, 2, 3 }, "\"AQID\"");
        });
    }

    [TestCase("256")]
    [TestCase("-1")]
    [TestCase("1.5")]
    public void Byte_refuses_what_it_cannot_hold(string json) => Assert.That(Read<byte>(json), Is.Null);

    [Test]
    public void Enums_are_read_by_name_by_their_json_name_and_by_number()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Paint.FromJson("""{"color":"dark-red"}""").Color, Is.EqualTo(Color.DarkRed));
            Assert.That(Paint.FromJson("""{"color":"BLUE"}""").Color, Is.EqualTo(Color.Blue));
            Assert.That(Paint.FromJson("""{"color":2}""").Color, Is.EqualTo(Color.Blue));
            Assert.That(Paint.FromJson("""{"color":"2"}""").Color, Is.EqualTo(Color.Blue));
            Assert.That(Paint.Check("""{"color":"green"}"""u8).Single().Expected, Is.EqualTo("one of dark-red, Blue"));
            Assert.That(Paint.Check("""{"color":9}"""u8), Has.Count.EqualTo(1));
            Assert.That(Encoding.UTF8.GetString(new Paint(Color.DarkRed).ToJson().Span), Is.EqualTo("""{"color":"dark-red"}"""));
        });
    }

    [Test]
    public void Without_validation_a_mismatch_leaves_the_member_alone()
    {
        Tolerant t = Tolerant.FromJson("""{"count":"many","name":null,"tags":[1,{}],"inner":5}""");
        Assert.Multiple(() =>
        {
            Assert.That(t.Count, Is.EqualTo(3));
            Assert.That(t.Name, Is.EqualTo("nobody"));
            Assert.That(t.Tags, Is.EqualTo(new[] { "old" }));
            Assert.That(t.Inner, Is.Null);
            Assert.That(Tolerant.Check("""{"count":"many"}"""u8), Has.Count.EqualTo(1), "asked for, the validator speaks");
            Assert.That(Encoding.UTF8.GetString(t.ToJson().Span), Is.EqualTo("""{"count":"many","name":null,"tags":[1,{}],"inner":5}"""));
        });
    }

    [Test]
    public void A_validating_model_inside_a_tolerant_one_still_validates()
    {
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(static () => Tolerant.FromJson("""{"count":"many","inner":{"color":"none"}}"""))!;
        Assert.That(e.Errors.Single().Path, Is.EqualTo("$.inner.color"));
    }

    [Test]
    public void A_missing_required_member_is_an_error_even_without_validation()
    {
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(static () => Demanding.FromJson("{}"))!;
        Assert.That(e.Errors.Single().ToString(), Is.EqualTo("$.id (Demanding.Id): expected int, found missing"));
        Assert.That(Demanding.FromJson("""{"id":"x"}""").Id, Is.Zero);
    }

    [Test]
    public void Nulls_inside_collections_are_errors_where_the_element_is_not_nullable()
    {
        IReadOnlyList<ApiModelError> errors = Lists.Check("""{"texts":["a",null],"numbers":{"a":null},"maybe":[null,1]}"""u8);
        Assert.That(errors.Select(static e => e.Path), Is.EqualTo(new[] { "$.texts[1]", "$.numbers.a" }));
    }

    [Test]
    public void No_more_than_a_hundred_errors_are_collected()
    {
        string json = $$"""{"texts":[{{string.Join(",", Enumerable.Repeat("{}", 1000))}}]}""";
        Assert.That(Lists.Check(Encoding.UTF8.GetBytes(json).AsSpan()), Has.Count.EqualTo(100));
    }

    [Test]
    public void Duplicate_keys_have_their_last_value()
    {
        Paint paint = Paint.FromJson("""{"color":"Blue","color":"dark-red"}""");
        Assert.That(paint.Color, Is.EqualTo(Color.DarkRed));
        Assert.That(paint.AsDict().ToJsonString(), Is.EqualTo("""{"color":"dark-red"}"""));
    }

    [Test]
    public void A_model_that_nests_too_deep_is_refused_and_overflows_no_stack()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"name":"x","children":[""", 50_000));
        Assert.Throws<JsonException>(() => Node.FromJson(deep));
        Assert.Throws<JsonException>(() => Node.Check(Encoding.UTF8.GetBytes(deep).AsSpan()));
    }

    private static void RoundTrip<T>(T value, string json)
    {
        Assert.That(ApiModel.FromJson<T>(json), Is.EqualTo(value), typeof(T).Name);
        Assert.That(Encoding.UTF8.GetString(ApiModel.ToJson(value).Span), Is.EqualTo(json), typeof(T).Name);
    }

    private static object? Read<T>(string json)
    {
        try
        {
            return ApiModel.FromJson<T>(json);
        }
        catch (ApiModelValidationException)
        {
            return null;
        }
    }
}
