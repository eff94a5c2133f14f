using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PyperCache.Samples;

namespace JsonPlaceholder.Server;

/// <summary>Plays jsonplaceholder.typicode.com, with data of its own.</summary>
internal sealed class PlaceholderServer : EmbeddedServer
{
    private readonly Dictionary<string, JsonArray> _tables = new[] { "posts", "users", "comments", "todos" }.ToDictionary(static name => name, ReadTable);

    protected override Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (HttpMethods.IsPost(context.Request.Method))
            return path is ["posts"] ? CreateAsync(context) : WriteJsonAsync(context, null);
        JsonNode? answer = path switch
        {
            [string table] => _tables.GetValueOrDefault(table),
            [string table, string id] => Rows(table, "id", id).FirstOrDefault(),
            ["posts", string id, "comments"] => new JsonArray([.. Rows("comments", "postId", id).Select(static row => row!.DeepClone())]),
            _ => null,
        };
        return WriteJsonAsync(context, answer?.ToJsonString());
    }

    private IEnumerable<JsonNode?> Rows(string table, string key, string value) =>
        _tables.TryGetValue(table, out JsonArray? rows) ? rows.Where(row => row![key]!.ToJsonString() == value) : [];

    /// <summary>Like the original it answers as if it had kept the post, and forgets it.</summary>
    private static async Task CreateAsync(HttpContext context)
    {
        JsonNode post = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        post["id"] = 101;
        await WriteJsonAsync(context, post.ToJsonString(), StatusCodes.Status201Created);
    }

    private static JsonArray ReadTable(string name)
    {
        using Stream data = typeof(PlaceholderServer).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(data)!.AsArray();
    }
}
