using System.Text.Json;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>Issues of a code forge: 27 fields, some 2 KB each.</summary>
internal static class IssuePayloads
{
    private const string Root = "https://api.example.com/repos/owner/project";

    /// <summary>An array of issues.</summary>
    public static byte[] Many(int count) => PayloadWriter.Write(w =>
    {
        var words = new Words(2);
        w.WriteStartArray();
        for (int i = 0; i < count; i++)
            Write(w, words, 1000 + i);
        w.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter w, Words words, int number)
    {
        w.WriteStartObject();
        w.WriteString("url", $"{Root}/issues/{number}");
        w.WriteString("repository_url", Root);
        w.WriteString("labels_url", $"{Root}/issues/{number}/labels{{/name}}");
        w.WriteString("comments_url", $"{Root}/issues/{number}/comments");
        w.WriteString("events_url", $"{Root}/issues/{number}/events");
        w.WriteString("html_url", $"https://example.com/owner/project/issues/{number}");
        w.WriteNumber("id", words.Id());
        w.WriteString("node_id", $"I_kwDOABcdef{words.Number(1_000_000)}");
        w.WriteNumber("number", number);
        w.WriteString("title", words.Text(60));
        WriteUser(w, words);
        WriteLabels(w, words);
        w.WriteString("state", "open");
        w.WriteBoolean("locked", false);
        w.WriteNull("assignee");
        w.WriteStartArray("assignees");
        w.WriteEndArray();
        w.WriteNull("milestone");
        w.WriteNumber("comments", words.Number(40));
        w.WriteString("created_at", words.Date());
        w.WriteString("updated_at", words.Date());
        if (words.Chance(50))
            w.WriteString("closed_at", words.Date());
        else
            w.WriteNull("closed_at");
        w.WriteString("author_association", "CONTRIBUTOR");
        w.WriteNull("active_lock_reason");
        w.WriteString("body", words.Text(420, lines: true));
        WriteReactions(w, words, number);
        w.WriteString("timeline_url", $"{Root}/issues/{number}/timeline");
        w.WriteNull("state_reason");
        w.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter w, Words words)
    {
        string login = words.Word() + words.Number(1000);
        string user = $"https://api.example.com/users/{login}";
        w.WriteStartObject("user");
        w.WriteString("login", login);
        w.WriteNumber("id", words.Number(10_000_000));
        w.WriteString("avatar_url", words.Url("avatars"));
        w.WriteString("gravatar_id", "");
        w.WriteString("url", user);
        w.WriteString("html_url", $"https://example.com/{login}");
        w.WriteString("followers_url", $"{user}/followers");
        w.WriteString("gists_url", $"{user}/gists{{/gist_id}}");
        w.WriteString("organizations_url", $"{user}/orgs");
        w.WriteString("repos_url", $"{user}/repos");
        w.WriteString("type", "User");
        w.WriteBoolean("site_admin", false);
        w.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter w, Words words)
    {
        w.WriteStartArray("labels");
        for (int i = words.Number(3); i >= 0; i--)
        {
            w.WriteStartObject();
            w.WriteNumber("id", words.Number(1_000_000_000));
            w.WriteString("node_id", $"LA_kwDO{words.Number(1_000_000)}");
            w.WriteString("url", $"{Root}/labels/{words.Word()}");
            w.WriteString("name", $"area-{words.Word()}");
            w.WriteString("color", $"{words.Number(0xFFFFFF):x6}");
            w.WriteBoolean("default", false);
            w.WriteString("description", words.Text(30));
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    private static void WriteReactions(Utf8JsonWriter w, Words words, int number)
    {
        w.WriteStartObject("reactions");
        w.WriteString("url", $"{Root}/issues/{number}/reactions");
        w.WriteNumber("total_count", words.Number(5));
        foreach (string kind in (string[])["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"])
            w.WriteNumber(kind, words.Number(2));
        w.WriteEndObject();
    }
}
