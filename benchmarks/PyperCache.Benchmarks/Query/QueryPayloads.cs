using System.Text.Json;
using PyperCache.Benchmarks.Payloads;

namespace PyperCache.Benchmarks.Query;

/// <summary>Search results and users: arrays of objects as APIs send them.</summary>
internal static class QueryPayloads
{
    private static readonly string[] s_roles = ["staff", "guest", "partner"];

    /// <summary>An object of some small members and one array under <paramref name="array"/>.</summary>
    /// <param name="array">The key of the array.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="metaFirst">Whether the small members come before the array or behind it.</param>
    public static byte[] Write(string array, int count, bool metaFirst = true) => PayloadWriter.Write(json =>
    {
        json.WriteStartObject();
        if (metaFirst)
            WriteMeta(json, count);
        json.WriteStartArray(array);
        var words = new Words(7);
        for (int i = 0; i < count; i++)
            WriteElement(json, words, i);
        json.WriteEndArray();
        if (!metaFirst)
            WriteMeta(json, count);
        json.WriteEndObject();
    });

    private static void WriteMeta(Utf8JsonWriter json, int count)
    {
        json.WriteStartObject("meta");
        json.WriteNumber("total", count);
        json.WriteNumber("page", 1);
        json.WriteNull("next");
        json.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter json, Words words, int id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("name", words.Name());
        json.WriteString("role", s_roles[words.Number(s_roles.Length)]);
        json.WriteNumber("score", words.Value(0, 100, 1));
        json.WriteBoolean("active", words.Chance(80));
        json.WriteStartObject("team");
        json.WriteNumber("id", words.Number(20));
        json.WriteString("name", words.Name());
        json.WriteEndObject();
        json.WriteStartArray("tags");
        json.WriteStringValue(words.Word());
        json.WriteStringValue(words.Word());
        json.WriteEndArray();
        json.WriteString("joined", words.Date());
        json.WriteString("note", words.Text(40));
        json.WriteEndObject();
    }
}
