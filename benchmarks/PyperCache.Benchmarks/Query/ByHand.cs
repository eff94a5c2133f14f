using System.Text.Json;

namespace PyperCache.Benchmarks.Query;

/// <summary>The questions of the benchmark as one would write them over a <see cref="JsonDocument"/>.</summary>
internal static class ByHand
{
    /// <summary><c>hits?role=staff.name</c></summary>
    public static List<string?> StaffNames(JsonElement root)
    {
        var names = new List<string?>();
        foreach (JsonElement hit in root.GetProperty("hits").EnumerateArray())
        {
            if (hit.TryGetProperty("role", out JsonElement role) && role.ValueEquals("staff"u8) && hit.TryGetProperty("name", out JsonElement name))
                names.Add(name.GetString());
        }

        return names;
    }

    /// <summary><c>users?team.name*</c></summary>
    public static List<string?> TeamNames(JsonElement root)
    {
        var names = new List<string?>();
        foreach (JsonElement user in root.GetProperty("users").EnumerateArray())
        {
            if (user.TryGetProperty("team", out JsonElement team) && team.TryGetProperty("name", out JsonElement name))
                names.Add(name.GetString());
        }

        return names;
    }

    /// <summary><c>meta.total</c></summary>
    public static object Total(JsonElement root) => root.GetProperty("meta").GetProperty("total").GetInt32();

    /// <summary>Reads the payload and asks one question.</summary>
    public static T Parse<T>(byte[] payload, Func<JsonElement, T> ask)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        return ask(document.RootElement);
    }
}
