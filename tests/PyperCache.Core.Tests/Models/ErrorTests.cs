using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true, Strict = true)]
public sealed partial record Order(int Id, Customer Customer, List<Line> Lines, [Alias("ship.day")] DateOnly? ShipOn, string Currency = "EUR");

[ApiModel(Validate = true, Strict = true, Naming = KeyNaming.SnakeCaseLower)]
public sealed partial record Customer(string FullName, [Alias("e-mail", "mail")] string Mail);

[ApiModel(Validate = true)]
public sealed partial record Line(string Sku, uint Count);

/// <summary>What a validation says: everything at once, each with its place.</summary>
public sealed class ErrorTests
{
    [Test]
    public void Every_fault_of_every_level_is_told_in_the_order_of_the_payload()
    {
        byte[] json = """
            {"id":1.5,"customer":{"full_name":7,"other":null},"lines":[{"sku":"a","count":1},{"sku":null,"count":-1},"b"],"currency":null}
            """u8.ToArray();
        string[] expected =
        [
            "$.id (Order.Id): expected int, found number 1.5",
            "$.customer['e-mail'] (Customer.Mail): expected string, found missing",
            "$.lines[1].sku (Line.Sku): expected string, found null",
            "$.lines[1].count (Line.Count): expected uint, found number -1",
            "$.lines[2] (Order.Lines): expected Line, found string \"b\"",
            "$.currency (Order.Currency): expected string, found null",
            "$.ship.day (Order.ShipOn): expected DateOnly or null, found missing",
        ];
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(() => Order.FromJson(json))!;
        Assert.Multiple(() =>
        {
            Assert.That(Order.Check(json).Select(static x => x.ToString()), Is.EqualTo(expected));
            Assert.That(Order.Check(json), Is.EqualTo(e.Errors));
            Assert.That(e.Message, Does.StartWith("The payload does not fit Order (7 errors):"));
            Assert.That(e.Message, Does.Contain("$.lines[2] (Order.Lines): expected Line, found string \"b\""));
        });
    }

    [Test]
    public void A_long_value_is_cut_between_characters()
    {
        ApiModelError error = Line.Check(Encoding.UTF8.GetBytes($$"""{"sku":["{{new string('ä', 100)}}"]}""")).Single();
        Assert.That(error.Snippet, Is.EqualTo("[\"" + new string('ä', 19) + "…"));
    }

    [Test]
    public void Keys_that_are_no_names_are_quoted_in_the_path() => Assert.That(
        ApiModel.Check<Dictionary<string, Line>>("""{"a b":{"sku":5.5,"count":"x"},"it's":[],"":5,"7":5}""").Select(static e => e.Path),
        Is.EqualTo(new[] { "$['a b'].count", "$['it\\'s']", "$['']", "$['7']" }));

    [Test]
    public void A_malformed_payload_tells_line_and_byte_also_when_there_are_errors_before()
    {
        JsonException e = Assert.Throws<JsonException>(static () => Line.FromJson("{\"sku\":[],\n \"count\":1,\n }"))!;
        Assert.That((e.LineNumber, e.BytePositionInLine), Is.EqualTo(((long?)2, (long?)1)));
    }

    [Test]
    public void Check_of_a_payload_that_fits_gives_nothing() =>
        Assert.That(Order.Check("""{"id":1,"customer":{"full_name":"n","mail":"m"},"lines":[],"ship":{"day":null}}"""u8), Is.Empty);

    [Test]
    public void Hydration_throws_a_hundred_errors_at_most()
    {
        string lines = string.Join(",", Enumerable.Repeat("5", 500));
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(() => ApiModel.FromJson<List<Line>>($"[{lines}]"))!;
        Assert.That(e.Errors, Has.Count.EqualTo(100));
        Assert.That(e.Errors[99].Path, Is.EqualTo("$[99]"));
    }
}
