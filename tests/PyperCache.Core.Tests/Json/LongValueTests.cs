using System.Text;
using PyperCache.Core.Tests.Json.Differential;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

/// <summary>Values of which a skip looks at brackets and strings alone after the first 4 KB, with something special at each place of a block of 64 bytes.</summary>
public class LongValueTests
{
    private static readonly string[] s_texts =
    [
        "\\n", "\\\\", "\\\\\\\\\\\\", "\\\\\\\"\\\\\\\\\\\\\\\"", "\\\"\\\"\\\"", "\\/\\b\\f\\r\\t", "\\u00e9", "\\uD83D\\uDE00\\ud83d\\ude00", "\\u0041\\\\u12", "\\\\n\\\\x", "{[}]", "é東😀",
        "\\x", "\\", "\\\\\\x", "\\u12", "\\u12g4", "\\u12\\n4", "\\U0041", "\\u004", "\\u@041", "\\u:041", "\\u`041", "\\u004é", "\u0001", "\n", "\\\u0001", "\\é",
    ];

    private static readonly string[] s_values =
    [
        "[]", "{}", "[{}]", "[[{},[]],{}]", "[[],{\"a\":[{}]}]", "\"\"", "1", "[\"]\"]", "{\"}\":\"{\"}", "\t\n 1", "[[[[[[[[[[]]]]]]]]]]",
        "[}", "{]", "[{]}", "[[}]", "[]]", "{}}", "[", "{", "[[", "[{}}", "\\", "[\\]", "\"", "\"\\", "[\"a]",
    ];

    [TestCaseSource(nameof(s_texts))]
    public void A_string_far_into_a_value_is_checked_wherever_it_stands(string text) => CheckAtAllPlaces("[\"", ",\"" + text + "\",[\"x\"]]");

    [TestCaseSource(nameof(s_values))]
    public void Brackets_far_into_a_value_are_checked_wherever_they_stand(string value) => CheckAtAllPlaces("{\"a\":[\"", "," + value + "]}");

    [TestCaseSource(nameof(s_texts))]
    public void What_stands_behind_a_long_value_does_not_count_as_part_of_it(string text)
    {
        for (int length = 4100; length < 4170; length++)
        {
            byte[] value = Encoding.UTF8.GetBytes("[\"" + new string('x', length) + "\"]");
            var cursor = new JsonCursor([.. value, .. Encoding.UTF8.GetBytes(",\"" + text + "\",\"\u0001]}")]);
            cursor.Skip();
            Assert.That(cursor.Position, Is.EqualTo(value.Length));
        }
    }

    [Test]
    public void Sixty_four_levels_may_be_open_far_into_a_value_and_no_more([Values("[", "{\"a\":")] string open, [Values(63, 64, 65, 66, 200)] int levels)
    {
        string close = open == "[" ? "]" : "}";
        for (int length = 4090; length < 4170; length++)
        {
            string deep = string.Concat(Enumerable.Repeat(open, levels - 1)) + "0" + string.Concat(Enumerable.Repeat(close, levels - 1));
            byte[] json = Encoding.UTF8.GetBytes("[\"" + new string('x', length) + "\"," + deep + "," + deep + "]");
            Assert.That(Comparison.FindDifference(json, json), Is.Null);
        }
    }

    private static void CheckAtAllPlaces(string start, string rest)
    {
        byte[] end = Encoding.UTF8.GetBytes("\"" + rest);
        using var memory = new GuardedMemory(1 << 13);
        for (int length = 4090; length < 4230; length++)
        {
            byte[] json = [.. Encoding.UTF8.GetBytes(start + new string('x', length)), .. end];
            Assert.That(Comparison.FindDifference(memory.Place(json, atEnd: true), json), Is.Null, () => $"{length}: {Encoding.UTF8.GetString(end)}");
        }
    }
}
