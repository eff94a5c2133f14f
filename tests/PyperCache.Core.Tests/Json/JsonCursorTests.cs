using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class JsonCursorTests
{
    private static readonly KeyTable Keys = KeyTable.Create(["id"], ["name"], ["geo", "lat"], ["geo"], ["geo", "deep", "x"], ["score"]);

    [Test]
    public void An_object_of_known_keys_is_read_slot_by_slot()
    {
        var c = new JsonCursor("""{"id":7,"unknown":{"a":[1,{"b":2}]},"name":"Zoë \"q\"","geo":{"lat":52.5,"z":0,"deep":{"x":[1]}},"sco\u0072e":1.5}"""u8);
        var loop = new FieldLoop(Keys);
        var found = new List<string>();
        Assert.That(c.BeginObject(ref loop), Is.True);
        for (int slot = c.NextField(ref loop); slot >= 0; slot = c.NextField(ref loop))
        {
            int start = c.Position;
            c.SkipChecked();
            found.Add($"{slot}={System.Text.Encoding.UTF8.GetString(c.SliceFrom(start).Span)}");
        }

        c.End();
        Assert.That(found, Is.EqualTo(new[] { "0=7", "1=\"Zoë \\\"q\\\"\"", "2=52.5", "4=[1]", "3={\"lat\":52.5,\"z\":0,\"deep\":{\"x\":[1]}}", "5=1.5" }));
    }

    [Test]
    public void Columns_are_read_row_by_row()
    {
        var keys = KeyTable.Create(["a"], ["b"], ["c"]);
        var set = new ColumnSet(keys);
        var c = new JsonCursor("""[{"c":["x" , "y","z"],"q":1,"a":[1,2,3]}, 5]"""u8);
        bool started = false;
        var found = new List<string>();
        c.BeginArray();
        c.NextElement(ref started);
        Assert.That(set.Open(ref c), Is.True);
        while (set.MoveNext(ref c))
        {
            var loop = new FieldLoop(keys);
            c.BeginObject(ref loop);
            for (int slot = c.NextField(ref loop); slot >= 0; slot = c.NextField(ref loop))
            {
                c.TryReadString(out string? v);
                found.Add($"{slot}{v}");
            }
        }

        set.Close(ref c);
        Assert.That(c.NextElement(ref started), Is.True);
        Assert.That(c.TryReadInt32(out int five) && five == 5, Is.True);
        Assert.That(c.NextElement(ref started), Is.False);
        c.End();
        Assert.That(c.Depth, Is.Zero);
        Assert.That(found, Is.EqualTo(new[] { "01", "2x", "02", "2y", "03", "2z" }));
        Assert.That(set.IsUneven, Is.False);
    }

    [TestCase("7", 7)]
    [TestCase("\"7\"", 7)]
    [TestCase("5.0", 5)]
    [TestCase("1e2", 100)]
    [TestCase("-2147483648", int.MinValue)]
    [TestCase("2147483648", null)]
    [TestCase("5.7", null)]
    [TestCase("true", null)]
    [TestCase("\" 7\"", null)]
    [TestCase("1000e-3", 1)]
    public void An_int_is_read_without_loss_or_not_at_all(string json, int? expected)
    {
        var c = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json).AsSpan());
        bool fits = c.TryReadInt32(out int value);
        c.End();
        Assert.That(fits ? value : (int?)null, Is.EqualTo(expected));
    }

    [TestCase("1.50", "1.50")]
    [TestCase("1e2", "100")]
    [TestCase("79228162514264337593543950335", "79228162514264337593543950335")]
    [TestCase("79228162514264337593543950336", null)]
    [TestCase("0.00000000000000000000000000001", null)]
    [TestCase("1.000000000000000000000000000000", "1")]
    [TestCase("0e-100", "0")]
    public void A_decimal_holds_all_digits_or_is_not_read(string json, string? expected)
    {
        var c = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json).AsSpan());
        bool fits = c.TryReadDecimal(out decimal value);
        c.End();
        Assert.That(fits ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, Is.EqualTo(expected));
    }

    [TestCase("[1,]")]
    [TestCase("[1 2]")]
    [TestCase("{\"a\":1,}")]
    [TestCase("{\"a\" 1}")]
    [TestCase("01")]
    [TestCase("1.")]
    [TestCase("-")]
    [TestCase("\"\\ud800\"")]
    [TestCase("\"\\x\"")]
    [TestCase("\"abc")]
    [TestCase("")]
    [TestCase("nul")]
    [TestCase("1 x")]
    public void Malformed_json_is_refused_with_its_place(string json)
    {
        JsonException? e = Assert.Throws<JsonException>(() =>
        {
            var c = new JsonCursor(System.Text.Encoding.UTF8.GetBytes(json).AsSpan());
            c.SkipChecked();
            c.End();
        });
        TestContext.Out.WriteLine(e!.Message);
    }
}
