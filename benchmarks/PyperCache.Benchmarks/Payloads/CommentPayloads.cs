using System.Text.Json;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>Comments of a blog: five fields, some 350 bytes each.</summary>
internal static class CommentPayloads
{
    /// <summary>An array of comments; another one for each seed.</summary>
    public static byte[] Many(int count, int seed = 1) => PayloadWriter.Write(w =>
    {
        var words = new Words(seed);
        w.WriteStartArray();
        for (int i = 0; i < count; i++)
            Write(w, words, i);
        w.WriteEndArray();
    });

    /// <summary>One comment.</summary>
    public static byte[] One() => PayloadWriter.Write(w => Write(w, new Words(1), 0));

    private static void Write(Utf8JsonWriter w, Words words, int i)
    {
        w.WriteStartObject();
        w.WriteNumber("postId", (i / 5) + 1);
        w.WriteNumber("id", i + 1);
        w.WriteString("name", words.Text(40));
        w.WriteString("email", words.Name().Replace(' ', '@') + ".example.org");
        w.WriteString("body", words.Text(190, lines: true));
        w.WriteEndObject();
    }
}
