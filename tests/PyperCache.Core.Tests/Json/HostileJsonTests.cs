using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using PyperCache.Core.Tests.Json.Differential;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class HostileJsonTests
{
    [TestCase('x')]
    [TestCase('é')]
    [TestCase('東')]
    public void A_string_of_a_million_characters_is_read(char c)
    {
        string text = new(c, 1_000_000);
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"\"{text}\"").AsSpan());
        Assert.That(cursor.TryReadString(out string? read), Is.True);
        Assert.That(read == text, Is.True);
    }

    [Test]
    public void A_string_of_a_million_escapes_is_read()
    {
        string raw = string.Concat(Enumerable.Repeat("\\n\\u00e9\\ud83d\\ude00", 100_000));
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"\"{raw}\"").AsSpan());
        Assert.That(cursor.TryReadString(out string? read), Is.True);
        Assert.That(read == string.Concat(Enumerable.Repeat("\né😀", 100_000)), Is.True);
    }

    [Test]
    public void An_object_of_a_hundred_thousand_unknown_keys_is_read_in_time_that_grows_with_its_length()
    {
        byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"key{i:000000}\":{i}"))},\"known\":7}}");
        KeyTable keys = KeyTable.Create([.. Enumerable.Range(0, 64).Select(i => new[] { $"other{i:0000}" }), ["known"]]);
        var cursor = new JsonCursor(json.AsSpan());
        var loop = new FieldLoop(keys);
        cursor.BeginObject(ref loop);
        Assert.That(cursor.NextField(ref loop), Is.EqualTo(64));
        Assert.That(cursor.TryReadInt32(out int value) && value == 7, Is.True);
        Assert.That(cursor.NextField(ref loop), Is.EqualTo(-1));
        cursor.End();
    }

    [Test]
    public void A_hundred_thousand_known_keys_are_found_in_any_order()
    {
        string[][] paths = [.. Enumerable.Range(0, 100_000).Select(i => new[] { $"key{i:000000}" })];
        byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 100_000).Reverse().Select(i => $"\"key{i:000000}\":{i}"))}}}");
        var cursor = new JsonCursor(json.AsSpan());
        var loop = new FieldLoop(KeyTable.Create(paths));
        cursor.BeginObject(ref loop);
        int found = 0;
        for (int slot; (slot = cursor.NextField(ref loop)) >= 0; found++)
            Assert.That(cursor.TryReadInt32(out int value) && value == slot, Is.True);
        Assert.That(found, Is.EqualTo(100_000));
    }

    [Test]
    public void A_number_of_ten_thousand_digits_is_read_where_it_fits_and_is_a_mismatch_where_it_does_not()
    {
        string digits = new('7', 10_000);
        Assert.Multiple(() =>
        {
            Assert.That(Read(digits, (ref JsonCursor c) => c.TryReadInt32(out int _)), Is.False);
            Assert.That(Read(digits, (ref JsonCursor c) => c.TryReadDouble(out double _)), Is.False);
            Assert.That(Read(digits, (ref JsonCursor c) => c.TryReadDecimal(out decimal _)), Is.False);
            Assert.That(Read("0." + digits, (ref JsonCursor c) => c.TryReadDouble(out double v) && v == 7d / 9), Is.True);
            Assert.That(Read("5." + new string('0', 10_000), (ref JsonCursor c) => c.TryReadInt32(out int v) && v == 5), Is.True);
            Assert.That(Read("1" + new string('0', 10_000) + "e-10000", (ref JsonCursor c) => c.TryReadByte(out byte v) && v == 1), Is.True);
            Assert.That(Read(digits, (ref JsonCursor c) => ScalarReaders.BigInteger.TryRead(ref c, out BigInteger v) && v == BigInteger.Parse(digits, CultureInfo.InvariantCulture)), Is.True);
            Assert.That(Read("1e999999999", (ref JsonCursor c) => ScalarReaders.BigInteger.TryRead(ref c, out _)), Is.False);
            Assert.That(Read("1e" + digits, (ref JsonCursor c) => c.TryReadInt64(out long _)), Is.False);
            Assert.That(Read("0e" + digits, (ref JsonCursor c) => c.TryReadInt64(out long v) && v == 0), Is.True);
        });
    }

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    public void Sixty_four_levels_are_read_and_one_more_is_refused(string open, string close)
    {
        byte[] allowed = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 64)) + "1" + string.Concat(Enumerable.Repeat(close, 64)));
        byte[] tooDeep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, 65)) + "1" + string.Concat(Enumerable.Repeat(close, 65)));
        Assert.Multiple(() =>
        {
            Assert.That(Accepts(allowed, strict: true) && Accepts(allowed, strict: false), Is.True);
            Assert.That(Accepts(tooDeep, strict: true) || Accepts(tooDeep, strict: false), Is.False);
        });
    }

    [Test]
    public void A_million_brackets_are_refused_and_nothing_overflows()
    {
        byte[] json = Encoding.UTF8.GetBytes(new string('[', 1_000_000));
        Assert.That(Accepts(json, strict: true) || Accepts(json, strict: false), Is.False);
    }

    [Test]
    public void A_document_that_is_cut_off_anywhere_is_refused_without_a_read_behind_its_end()
    {
        byte[] json = """{"id":123,"name":"a \"quoted\" é😀 \u00e9\ud83d\ude00 text of some length","geo":{"lat":-52.52e1,"a":{"a":[true,false,null]}},"a":[{},[],""],"":1.5}"""u8.ToArray();
        using var memory = new GuardedMemory(json.Length);
        for (int length = 0; length < json.Length; length++)
        {
            byte[] cut = json[..length];
            Assert.That(Comparison.FindDifference(memory.Place(cut, atEnd: true), cut), Is.Null, () => Encoding.UTF8.GetString(cut));
            Assert.That(Accepts(cut, strict: true), Is.False);
        }

        Assert.That(Comparison.FindDifference(memory.Place(json, atEnd: true), json), Is.Null);
    }

    [Test]
    public void Bytes_behind_the_end_of_the_json_are_not_looked_at()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"id\":12" + "34,\"a\":[1,2]}\"tail\"]}");
        foreach (int length in Enumerable.Range(0, 8))
            Assert.That(Accepts(json.AsSpan(0, length), strict: true), Is.False);
        var number = new JsonCursor(json.AsSpan(6, 2));
        Assert.That(number.TryReadInt32(out int value) && value == 12, Is.True);
    }

    [Test]
    public void A_fault_is_reported_with_its_line_and_byte_and_with_what_was_expected_and_found()
    {
        JsonException? e = Assert.Throws<JsonException>(() =>
        {
            var cursor = new JsonCursor("{\n  \"id\": 1,\n  \"é\" 2\n}"u8);
            cursor.SkipChecked();
        });
        Assert.Multiple(() =>
        {
            Assert.That(e!.LineNumber, Is.EqualTo(2));
            Assert.That(e.BytePositionInLine, Is.EqualTo(7));
            Assert.That(e.Message, Does.Contain("Expected ':' behind a key, found '2'").And.Contains("LineNumber: 2 | BytePositionInLine: 7"));
        });
    }

    private delegate bool Reading(ref JsonCursor cursor);

    private static bool Read(string json, Reading read)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json).AsSpan());
        bool fits = read(ref cursor);
        cursor.End();
        return fits;
    }

    private static bool Accepts(ReadOnlySpan<byte> json, bool strict)
    {
        try
        {
            var cursor = new JsonCursor(json);
            if (strict)
                cursor.SkipChecked();
            else
                cursor.Skip();
            cursor.End();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
