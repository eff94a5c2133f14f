using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial record Link(int Value, Link? Next);

[ApiModel(Validate = true)]
public sealed partial record LazyLink(int Value, Lazy<LazyLink>? Next);

[ApiModel(Validate = true)]
public sealed partial record Wide(string? Text, BigInteger? Big, double? Number, int? Small, Dictionary<string, int>? Map);

/// <summary>Long, deep and malicious payloads give a result or a clear error, never a crash.</summary>
public sealed class HostileInputTests
{
    [Test]
    public void Sixty_four_levels_are_read_and_written()
    {
        Link link = Link.FromJson(Chain(64));
        int levels = 0;
        for (Link? l = link; l is not null; l = l.Next)
            levels++;
        Assert.That(levels, Is.EqualTo(64));
        Assert.That(Link.Check(Encoding.UTF8.GetBytes(Chain(64))), Is.Empty);
        Assert.That(Link.FromJson((link with { Value = 5 }).ToJson()).Value, Is.EqualTo(5));
        Assert.That(link, Is.EqualTo(Link.FromJson(Chain(64))));
    }

    [TestCase(65)]
    [TestCase(100_000)]
    public void More_levels_are_refused_wherever_they_stand(int levels)
    {
        string chain = Chain(levels), arrays = new string('[', levels) + new string(']', levels);
        Assert.That(Assert.Throws<JsonException>(() => Link.FromJson(chain))!.Message, Does.Contain("64"));
        Assert.Throws<JsonException>(() => Link.Check(Encoding.UTF8.GetBytes(chain)));
        Assert.Throws<JsonException>(() => LazyLink.FromJson(chain));
        Assert.Throws<JsonException>(() => Link.FromJson($$"""{"value":1,"unknown":{{arrays}}}"""));
        Assert.Throws<JsonException>(() => Link.FromJson($$"""{"value":{{arrays}}}"""));
        Assert.Throws<JsonException>(() => ApiModel.FromJson<List<Link>>(arrays));
    }

    [Test]
    public void A_lazy_chain_is_followed_link_by_link()
    {
        LazyLink link = LazyLink.FromJson(Chain(64));
        int levels = 1;
        for (; link.Next is { } next; link = next.Value)
            levels++;
        Assert.That(levels, Is.EqualTo(64));
    }

    [Test]
    public void A_text_of_a_megabyte_is_read_and_comes_back()
    {
        string text = string.Concat(Enumerable.Repeat("äöü\"\\\n😀x", 1 << 17));
        Wide made = new(text, null, null, null, null);
        Wide read = Wide.FromJson(made.ToJson());
        Assert.That(read.Text == text, Is.True);
        Assert.That(read, Is.EqualTo(made));
        Assert.That(Wide.Check(made.ToJson().Span), Is.Empty);
    }

    [Test]
    public void A_hundred_thousand_keys_are_read_into_a_dictionary_and_skipped_by_a_model()
    {
        string keys = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(static i => $"\"key{i}\":{i}")) + "}";
        Wide read = Wide.FromJson($$"""{"map":{{keys}},"small":7}""");
        Assert.That(read.Map, Has.Count.EqualTo(100_000));
        Assert.That(read.Map!["key99999"], Is.EqualTo(99_999));
        Assert.That(Wide.FromJson(keys[..^1] + ",\"small\":7}").Small, Is.EqualTo(7));
        Assert.That((read with { Small = 8 }).ToJson().Length, Is.EqualTo(read.ToJson().Length));
    }

    [Test]
    public void The_same_key_a_hundred_thousand_times_has_its_last_value() =>
        Assert.That(Wide.FromJson("{" + string.Join(",", Enumerable.Range(1, 100_000).Select(static i => $"\"small\":{i}")) + "}").Small, Is.EqualTo(100_000));

    [Test]
    public void A_number_of_ten_thousand_digits_is_read_where_it_fits()
    {
        string digits = "1" + new string('7', 9_999);
        Wide read = Wide.FromJson($$"""{"big":{{digits}},"text":{{digits}}}""");
        Assert.That(read.Big == BigInteger.Parse(digits, CultureInfo.InvariantCulture), Is.True);
        Assert.That(read.Text == digits, Is.True);
        Assert.That(Wide.FromJson(read.ToJson()), Is.EqualTo(read));
        ApiModelError error = Wide.Check(Encoding.UTF8.GetBytes($$"""{"small":{{digits}}}""")).Single();
        Assert.That(error.Snippet, Has.Length.EqualTo(41), "forty digits and an ellipsis");
        Assert.That(Wide.FromJson($$"""{"number":0.{{digits}},"small":{{digits[..1]}}.{{new string('0', 10_000)}}}"""), Is.EqualTo(new Wide(null, null, double.Parse("0." + digits, CultureInfo.InvariantCulture), 1, null)));
    }

    [Test]
    public void A_huge_exponent_is_refused_at_once()
    {
        Assert.That(Wide.Check("""{"big":1e1000000000,"small":1e1000000000,"number":1e1000000000}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.big", "$.small", "$.number" }));
    }

    [TestCase("\"\\ud800\"")]
    [TestCase("\"\\x\"")]
    [TestCase("\"a\nb\"")]
    [TestCase("01")]
    [TestCase("1.")]
    [TestCase("tru")]
    [TestCase("[1,]")]
    [TestCase("{\"a\" 1}")]
    [TestCase("NaN")]
    public void A_malformed_value_is_refused_in_a_member_and_in_an_unknown_key(string value)
    {
        Assert.Throws<JsonException>(() => Wide.FromJson($$"""{"text":{{value}}}"""));
        Assert.Throws<JsonException>(() => Wide.Check(Encoding.UTF8.GetBytes($$"""{"text":{{value}}}""")));
    }

    [Test]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        byte[] bytes = [.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Throws<JsonException>(() => Wide.FromJson(bytes));
    }

    private static string Chain(int levels) =>
        string.Concat(Enumerable.Repeat("""{"value":1,"next":""", levels - 1)) + """{"value":1}""" + new string('}', levels - 1);
}
