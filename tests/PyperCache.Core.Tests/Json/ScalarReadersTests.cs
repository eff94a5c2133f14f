using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class ScalarReadersTests
{
    private static readonly object?[][] s_values =
    [
        ["\"a\"", "a"], ["12.50", "12.50"], ["true", true], ["\"false\"", false],
        ["7", (byte)7], ["-7", (sbyte)-7], ["\"7\"", (short)7], ["7.0", (ushort)7], ["7e0", 7], ["7", 7u], ["-7", -7L], ["7", 7UL], ["7", (nint)7], ["7", (nuint)7],
        ["-170141183460469231731687303715884105728", Int128.MinValue], ["340282366920938463463374607431768211455", UInt128.MaxValue],
        ["1e40", BigInteger.Pow(10, 40)], ["1.5", (Half)1.5], ["1.5", 1.5f], ["1.5", 1.5], ["1.50", 1.50m], ["\"x\"", 'x'], ["\"\\u00e9\"", 'é'],
        ["\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff")],
        ["\"https://example.com/a?b=c\"", new Uri("https://example.com/a?b=c")], ["\"a/b\"", new Uri("a/b", UriKind.Relative)],
        ["\"2024-02-29T12:30:00Z\"", new DateTime(2024, 2, 29, 12, 30, 0, DateTimeKind.Utc)],
        ["\"2024-02-29T12:30:00+02:00\"", new DateTimeOffset(2024, 2, 29, 12, 30, 0, TimeSpan.FromHours(2))],
        ["\"2024-02-29\"", new DateOnly(2024, 2, 29)], ["\"12:30:00.5\"", new TimeOnly(12, 30, 0, 500)], ["\"-1.02:03:04\"", -new TimeSpan(1, 2, 3, 4)],
    ];

    [TestCaseSource(nameof(s_values))]
    public void A_value_is_read_as_its_type(string json, object expected) => Assert.That(ReadAs(expected.GetType(), json), Is.EqualTo(expected));

    [TestCase("\"xy\"", typeof(char))]
    [TestCase("\"😀\"", typeof(char))]
    [TestCase("7", typeof(char))]
    [TestCase("\"6f9619ff8b86d011b42d00c04fc964ff\"", typeof(Guid))]
    [TestCase("7", typeof(Uri))]
    [TestCase("7", typeof(DateTime))]
    [TestCase("\"2024-02-30\"", typeof(DateOnly))]
    [TestCase("\"24:00:00\"", typeof(TimeOnly))]
    [TestCase("\"1\"", typeof(DateTimeOffset))]
    [TestCase("\"*\"", typeof(byte[]))]
    [TestCase("70000", typeof(Half))]
    [TestCase("-1", typeof(UInt128))]
    [TestCase("1", typeof(bool))]
    [TestCase("null", typeof(string))]
    [TestCase("null", typeof(JsonNode))]
    public void What_would_lose_something_is_not_read(string json, Type type) => Assert.That(ReadAs(type, json), Is.Null);

    [Test]
    public void Null_is_read_as_a_nullable_and_as_an_object()
    {
        PayloadReader<int?> nullable = ScalarReaders.Find<int?>()!;
        var cursor = new JsonCursor("[null,7,null]"u8);
        bool started = false;
        cursor.BeginArray();
        cursor.NextElement(ref started);
        Assert.That(nullable.TryRead(ref cursor, out int? none) && none is null, Is.True);
        cursor.NextElement(ref started);
        Assert.That(nullable.TryRead(ref cursor, out int? seven) && seven == 7, Is.True);
        cursor.NextElement(ref started);
        Assert.That(ScalarReaders.Object.TryRead(ref cursor, out object? any) && any is null, Is.True);
    }

    [Test]
    public void Documents_are_detached_from_the_payload()
    {
        byte[] json = Encoding.UTF8.GetBytes("""[ {"a":[1,2]} , {"a":[1,2]}, "aGk=" ]""");
        var cursor = new JsonCursor((ReadOnlyMemory<byte>)json);
        bool started = false;
        cursor.BeginArray();
        cursor.NextElement(ref started);
        ScalarReaders.JsonElement.TryRead(ref cursor, out JsonElement element);
        cursor.NextElement(ref started);
        ScalarReaders.JsonNode.TryRead(ref cursor, out JsonNode? node);
        cursor.NextElement(ref started);
        ScalarReaders.ByteArray.TryRead(ref cursor, out byte[]? bytes);
        Array.Clear(json);
        Assert.Multiple(() =>
        {
            Assert.That(element.GetProperty("a")[1].GetInt32(), Is.EqualTo(2));
            Assert.That(node!["a"]![1]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(bytes, Is.EqualTo("hi"u8.ToArray()));
        });
    }

    [Test]
    public void A_type_that_is_no_scalar_has_no_reader() => Assert.That(ScalarReaders.Find<List<int>>(), Is.Null);

    private static object? ReadAs(Type type, string json)
    {
        object reader = typeof(ScalarReaders).GetProperties().Select(p => p.GetValue(null)!).Single(r => r.GetType().GenericTypeArguments[0] == type);
        return typeof(ScalarReadersTests).GetMethod(nameof(Read), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(type).Invoke(null, [reader, json]);
    }

    private static object? Read<T>(PayloadReader<T> reader, string json)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json).AsSpan());
        bool fits = reader.TryRead(ref cursor, out T? value);
        cursor.End();
        return fits ? value : null;
    }
}
