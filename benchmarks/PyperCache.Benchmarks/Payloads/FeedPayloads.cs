using System.Text.Json;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>A page of a social feed: 100 statuses, most of which repeat another; much of the text is Japanese, and there are escapes.</summary>
internal static class FeedPayloads
{
    private const int Statuses = 100;

    /// <summary>The page, some 450 KB.</summary>
    public static byte[] Page() => PayloadWriter.Write(Write);

    /// <summary>A small object with the page somewhere in it.</summary>
    public static byte[] Wrapped() => PayloadWriter.Write(w =>
    {
        w.WriteStartObject();
        w.WriteNumber("id", 42);
        w.WriteString("name", "home");
        w.WritePropertyName("page");
        Write(w);
        w.WriteString("next", "https://example.com/feed?page=2");
        w.WriteBoolean("complete", false);
        w.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter w)
    {
        var words = new Words(3);
        w.WriteStartObject();
        w.WriteStartArray("statuses");
        for (int i = 0; i < Statuses; i++)
            WriteStatus(w, words, repeats: words.Chance(60));
        w.WriteEndArray();
        w.WriteStartObject("search_metadata");
        w.WriteNumber("completed_in", 0.087);
        w.WriteNumber("max_id", words.Id());
        w.WriteString("query", "%E4%B8%80");
        w.WriteNumber("count", Statuses);
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter w, Words words, bool repeats)
    {
        long id = words.Id();
        w.WriteStartObject();
        w.WriteStartObject("metadata");
        w.WriteString("result_type", "recent");
        w.WriteString("iso_language_code", "ja");
        w.WriteEndObject();
        w.WriteString("created_at", "Sun Aug 31 00:29:15 +0000 2014");
        w.WriteNumber("id", id);
        w.WriteString("id_str", id.ToString(null, null));
        w.WriteString("text", words.Chance(70) ? words.WideText(60) : words.Text(100, lines: true));
        w.WriteString("source", "<a href=\"https://example.com/download/phone\" rel=\"nofollow\">Client for Phones</a>");
        w.WriteBoolean("truncated", false);
        WriteReply(w, words);
        WritePerson(w, words);
        foreach (string none in (string[])["geo", "coordinates", "place", "contributors"])
            w.WriteNull(none);
        if (repeats)
        {
            w.WritePropertyName("retweeted_status");
            WriteStatus(w, words, repeats: false);
        }

        w.WriteNumber("retweet_count", words.Number(500));
        w.WriteNumber("favorite_count", words.Number(90));
        WriteEntities(w, words);
        w.WriteBoolean("favorited", false);
        w.WriteBoolean("retweeted", words.Chance(10));
        if (words.Chance(30))
            w.WriteBoolean("possibly_sensitive", false);
        w.WriteString("lang", "ja");
        w.WriteEndObject();
    }

    private static void WriteReply(Utf8JsonWriter w, Words words)
    {
        if (words.Chance(20))
        {
            long id = words.Id();
            w.WriteNumber("in_reply_to_status_id", id);
            w.WriteString("in_reply_to_status_id_str", id.ToString(null, null));
            w.WriteNumber("in_reply_to_user_id", id / 7);
            w.WriteString("in_reply_to_user_id_str", (id / 7).ToString(null, null));
            w.WriteString("in_reply_to_screen_name", words.Word());
            return;
        }

        foreach (string none in (string[])["status_id", "status_id_str", "user_id", "user_id_str", "screen_name"])
            w.WriteNull("in_reply_to_" + none);
    }

    private static void WritePerson(Utf8JsonWriter w, Words words)
    {
        int id = words.Number(2_000_000_000);
        w.WriteStartObject("user");
        w.WriteNumber("id", id);
        w.WriteString("id_str", id.ToString(null, null));
        w.WriteString("name", words.WideText(12));
        w.WriteString("screen_name", words.Word() + words.Number(10_000));
        w.WriteString("location", words.Chance(50) ? words.WideText(8) : "");
        w.WriteString("description", words.WideText(70) + "\n" + words.Text(30));
        w.WriteNull("url");
        w.WriteStartObject("entities");
        w.WriteStartObject("description");
        w.WriteStartArray("urls");
        w.WriteEndArray();
        w.WriteEndObject();
        w.WriteEndObject();
        w.WriteBoolean("protected", false);
        w.WriteNumber("followers_count", words.Number(5_000));
        w.WriteNumber("friends_count", words.Number(2_000));
        w.WriteNumber("listed_count", words.Number(20));
        w.WriteString("created_at", "Tue Mar 08 12:03:52 +0000 2011");
        w.WriteNumber("favourites_count", words.Number(9_000));
        if (words.Chance(30))
            w.WriteNumber("utc_offset", 32400);
        else
            w.WriteNull("utc_offset");
        w.WriteString("time_zone", words.Chance(30) ? "Tokyo" : null);
        w.WriteBoolean("geo_enabled", words.Chance(20));
        w.WriteBoolean("verified", false);
        w.WriteNumber("statuses_count", words.Number(90_000));
        w.WriteString("lang", "ja");
        WriteProfile(w, words, id);
        w.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter w, Words words, int id)
    {
        foreach (string no in (string[])["contributors_enabled", "is_translator", "is_translation_enabled"])
            w.WriteBoolean(no, false);
        w.WriteString("profile_background_color", "C0DEED");
        w.WriteString("profile_background_image_url", "http://img.example.com/images/themes/theme1/bg.png");
        w.WriteString("profile_background_image_url_https", "https://img.example.com/images/themes/theme1/bg.png");
        w.WriteBoolean("profile_background_tile", false);
        w.WriteString("profile_image_url", $"http://img.example.com/profile_images/{id}/normal.jpeg");
        w.WriteString("profile_image_url_https", $"https://img.example.com/profile_images/{id}/normal.jpeg");
        if (words.Chance(60))
            w.WriteString("profile_banner_url", $"https://img.example.com/profile_banners/{id}/1400000000");
        w.WriteString("profile_link_color", "0084B4");
        w.WriteString("profile_sidebar_border_color", "C0DEED");
        w.WriteString("profile_sidebar_fill_color", "DDEEF6");
        w.WriteString("profile_text_color", "333333");
        w.WriteBoolean("profile_use_background_image", true);
        w.WriteBoolean("default_profile", true);
        foreach (string no in (string[])["default_profile_image", "following", "follow_request_sent", "notifications"])
            w.WriteBoolean(no, false);
    }

    private static void WriteEntities(Utf8JsonWriter w, Words words)
    {
        w.WriteStartObject("entities");
        w.WriteStartArray("hashtags");
        for (int i = words.Number(3); i > 0; i--)
        {
            w.WriteStartObject();
            w.WriteString("text", words.WideText(6));
            WriteIndices(w, words);
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartArray("symbols");
        w.WriteEndArray();
        WriteLinks(w, words);
        WriteMentions(w, words);
        w.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter w, Words words)
    {
        w.WriteStartArray("urls");
        for (int i = words.Number(2); i > 0; i--)
        {
            w.WriteStartObject();
            w.WriteString("url", words.Url("t"));
            w.WriteString("expanded_url", words.Url("a/longer/path"));
            w.WriteString("display_url", "example.com/a/longer…");
            WriteIndices(w, words);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    private static void WriteMentions(Utf8JsonWriter w, Words words)
    {
        w.WriteStartArray("user_mentions");
        for (int i = words.Number(3); i > 0; i--)
        {
            int id = words.Number(2_000_000_000);
            w.WriteStartObject();
            w.WriteString("screen_name", words.Word());
            w.WriteString("name", words.WideText(10));
            w.WriteNumber("id", id);
            w.WriteString("id_str", id.ToString(null, null));
            WriteIndices(w, words);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    private static void WriteIndices(Utf8JsonWriter w, Words words)
    {
        int start = words.Number(120);
        w.WriteStartArray("indices");
        w.WriteNumberValue(start);
        w.WriteNumberValue(start + words.Number(20));
        w.WriteEndArray();
    }
}
