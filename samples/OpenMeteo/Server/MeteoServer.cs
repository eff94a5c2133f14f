using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PyperCache.Samples;

namespace OpenMeteo.Server;

/// <summary>Plays both hosts of open-meteo.com. It knows a few places, and makes up their weather from the time of the day.</summary>
internal sealed class MeteoServer : EmbeddedServer
{
    private static readonly JsonObject[] s_places =
    [
        Place(1, "Phoenix", 33.45, -112.07, 331, "America/Phoenix", "United States", "Arizona"),
        Place(2, "Reykjavik", 64.14, -21.9, 37, "Atlantic/Reykjavik", "Iceland", "Capital Region"),
        Place(3, "Singapore", 1.29, 103.85, 16, "Asia/Singapore", "Singapore", null),
        Place(4, "Lisbon", 38.72, -9.13, 45, "Europe/Lisbon", "Portugal", "Lisbon"),
    ];

    protected override Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/v1/search" => WriteJsonAsync(context, Search(context.Request.Query["name"].ToString()).ToJsonString()),
        "/v1/forecast" => WriteJsonAsync(context, Forecast(context.Request.Query).ToJsonString()),
        _ => WriteJsonAsync(context, null),
    };

    private static JsonObject Search(string name)
    {
        JsonNode[] found = [.. s_places.Where(place => ((string)place["name"]!).StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(static place => place.DeepClone())];
        return found.Length == 0 ? new JsonObject { ["generationtime_ms"] = 0.1 } : new JsonObject { ["results"] = new JsonArray(found) };
    }

    private static JsonObject Forecast(IQueryCollection query)
    {
        double latitude = double.Parse(query["latitude"].ToString(), CultureInfo.InvariantCulture);
        double longitude = double.Parse(query["longitude"].ToString(), CultureInfo.InvariantCulture);
        int days = int.Parse(query["forecast_days"].ToString(), CultureInfo.InvariantCulture);
        TimeSpan offset = TimeSpan.FromHours(Math.Round(longitude / 15));
        DateTimeOffset midnight = new(DateTimeOffset.UtcNow.ToOffset(offset).Date, offset);
        return new WeatherTable(latitude, midnight, days).ToJson(offset);
    }

    private static JsonObject Place(int id, string name, double latitude, double longitude, int elevation, string timeZone, string country, string? region) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["latitude"] = latitude,
        ["longitude"] = longitude,
        ["elevation"] = elevation,
        ["timezone"] = timeZone,
        ["country"] = country,
        ["admin1"] = region,
    };
}
