using System.Text.Json.Nodes;

namespace OpenMeteo.Server;

/// <summary>Weather that never was: warm near the equator and after noon, with some rain in the evening.</summary>
/// <param name="latitude">Where.</param>
/// <param name="midnight">When the first day begins there.</param>
/// <param name="days">How many days.</param>
internal sealed class WeatherTable(double latitude, DateTimeOffset midnight, int days)
{
    private const int ClearSky = 0;
    private const int PartlyCloudy = 2;
    private const int Overcast = 3;
    private const int Rain = 61;

    public JsonObject ToJson(TimeSpan offset)
    {
        int[] hours = [.. Enumerable.Range(0, days * 24)];
        int[] dates = [.. Enumerable.Range(0, days)];
        return new JsonObject
        {
            ["utc_offset_seconds"] = (int)offset.TotalSeconds,
            ["hourly"] = new JsonObject
            {
                ["time"] = Column(hours, hour => midnight.AddHours(hour).ToUnixTimeSeconds()),
                ["temperature_2m"] = Column(hours, hour => Temperature(hour)),
                ["precipitation_probability"] = Column(hours, hour => RainPercent(hour)),
                ["weather_code"] = Column(hours, hour => Code(hour)),
            },
            ["daily"] = new JsonObject
            {
                ["time"] = Column(dates, day => midnight.AddDays(day).ToUnixTimeSeconds()),
                ["temperature_2m_max"] = Column(dates, day => Enumerable.Range(day * 24, 24).Max(Temperature)),
                ["temperature_2m_min"] = Column(dates, day => Enumerable.Range(day * 24, 24).Min(Temperature)),
            },
        };
    }

    private double Temperature(int hour)
    {
        double mean = 32 - (Math.Abs(latitude) * 0.42) + Math.Sin(hour / 31.0);
        return Math.Round(mean + (6 * Math.Cos((hour - 15) * Math.PI / 12)), 1);
    }

    private static int RainPercent(int hour) => Math.Clamp((int)(70 * Math.Cos((hour - 20) * Math.PI / 12)) - (hour % 48 < 24 ? 40 : 0), 0, 100);

    private static int Code(int hour) => RainPercent(hour) switch
    {
        > 50 => Rain,
        > 25 => Overcast,
        > 0 => PartlyCloudy,
        _ => ClearSky,
    };

    private static JsonArray Column(int[] rows, Func<int, JsonNode> value) => new([.. rows.Select(value)]);
}
