using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PyperCache.Samples;

namespace NewsApi.Server;

/// <summary>Plays newsapi.org. It takes any key but "expired", and knows the news of one coast.</summary>
internal sealed class NewsServer : EmbeddedServer
{
    private static readonly (string Id, string Source, string Category, string Title, string Text)[] s_news =
    [
        ("harbour-post", "The Harbour Post", "general", "Lighthouse keeps its keeper", "The board has voted: somebody stays awake."),
        ("harbour-post", "The Harbour Post", "business", "Ferry adds a morning crossing", "From May there are two ways to be late for school."),
        ("tide-weekly", "Tide Weekly", "science", "Seals return to the north rocks", "Thirty-one were counted, and one buoy."),
        ("tide-weekly", "Tide Weekly", "general", "Old pier gets new planks", "Larch again, for another generation of boots."),
    ];

    protected override Task AnswerAsync(HttpContext context)
    {
        string key = context.Request.Headers["X-Api-Key"].ToString();
        if (key is "" or "expired")
            return WriteJsonAsync(context, """{"status":"error","code":"apiKeyInvalid","message":"Your API key is invalid or missing."}""", StatusCodes.Status401Unauthorized);
        return context.Request.Path.Value is "/v2/everything" or "/v2/top-headlines"
            ? WriteJsonAsync(context, Find(context.Request.Query).ToJsonString())
            : WriteJsonAsync(context, null);
    }

    private static JsonObject Find(IQueryCollection query)
    {
        string about = query["q"].ToString();
        string category = query["category"].ToString();
        string[] sources = query["sources"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        JsonNode[] articles =
        [
            .. s_news
                .Where(news => $"{news.Title} {news.Text}".Contains(about, StringComparison.OrdinalIgnoreCase))
                .Where(news => category.Length == 0 || news.Category == category)
                .Where(news => sources.Length == 0 || sources.Contains(news.Id))
                .Select(static (news, i) => Article(news.Id, news.Source, news.Title, news.Text, i)),
        ];
        return new JsonObject { ["status"] = "ok", ["totalResults"] = articles.Length, ["articles"] = new JsonArray(articles) };
    }

    private static JsonObject Article(string id, string source, string title, string text, int number) => new()
    {
        ["source"] = new JsonObject { ["id"] = id, ["name"] = source },
        ["title"] = title,
        ["description"] = text,
        ["url"] = $"https://{id}.example/{number + 1}",
        ["publishedAt"] = $"2026-03-0{4 - number}T07:30:00Z",
    };
}
