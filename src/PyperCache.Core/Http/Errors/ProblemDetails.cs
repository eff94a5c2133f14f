using System.Text.Json;

namespace PyperCache.Http;

/// <summary>The problem details of RFC 9457, as an error answer carries them.</summary>
public sealed class ProblemDetails
{
    private ProblemDetails(JsonElement body) => Body = body;

    /// <summary>A URI that names the kind of problem, or null.</summary>
    public string? Type => Text("type");

    /// <summary>A short text for the kind of problem, or null.</summary>
    public string? Title => Text("title");

    /// <summary>The status as the body says it, or null.</summary>
    public int? Status => Body.TryGetProperty("status", out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int status) ? status : null;

    /// <summary>What happened this time, or null.</summary>
    public string? Detail => Text("detail");

    /// <summary>A URI that names this occurrence, or null.</summary>
    public string? Instance => Text("instance");

    /// <summary>The messages of a validation problem by member (<c>errors</c>); empty when there are none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors
    {
        get
        {
            Dictionary<string, IReadOnlyList<string>> errors = [];
            if (Body.TryGetProperty("errors", out JsonElement members) && members.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in members.EnumerateObject())
                    errors[member.Name] = Messages(member.Value);
            }

            return errors;
        }
    }

    /// <summary>The whole body, extensions included.</summary>
    public JsonElement Body { get; }

    /// <summary>Reads a body, or answers null when it is no problem details object.</summary>
    internal static ProblemDetails? Parse(string body, string? mediaType)
    {
        bool declared = string.Equals(mediaType, "application/problem+json", StringComparison.OrdinalIgnoreCase);
        if (!declared && !string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            bool looksLikeOne = root.ValueKind == JsonValueKind.Object
                && (declared || (root.TryGetProperty("title", out _) && root.TryGetProperty("status", out _)));
            return looksLikeOne ? new ProblemDetails(root.Clone()) : null;
        }
        catch (JsonException)
        {
            // A server that fails may well fail to write JSON; the body stays readable as text.
            return null;
        }
    }

    private static IReadOnlyList<string> Messages(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(static m => m.ToString())],
        _ => [value.ToString()],
    };

    private string? Text(string name) => Body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
