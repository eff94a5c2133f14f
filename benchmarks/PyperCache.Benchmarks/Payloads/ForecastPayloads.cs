using System.Text.Json;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>A weather forecast: eight parallel arrays, one entry per hour.</summary>
internal static class ForecastPayloads
{
    /// <summary>The forecast for a number of hours.</summary>
    public static byte[] Hours(int count) => PayloadWriter.Write(w =>
    {
        var words = new Words(4);
        w.WriteStartObject();
        w.WriteNumber("latitude", 52.52);
        w.WriteNumber("longitude", 13.419998);
        w.WriteNumber("generationtime_ms", 0.2210140228271484);
        w.WriteString("timezone", "GMT");
        w.WriteStartObject("hourly");
        WriteIntegers(w, count, "time", i => 1_700_000_400 + (i * 3600L));
        Write(w, count, "temperature_2m", _ => words.Value(-10, 30, 1));
        WriteIntegers(w, count, "relative_humidity_2m", _ => (long)words.Number(101));
        Write(w, count, "precipitation", _ => words.Value(0, 8, 2));
        Write(w, count, "pressure_msl", _ => words.Value(980, 1040, 1));
        Write(w, count, "wind_speed_10m", _ => words.Value(0, 60, 1));
        WriteIntegers(w, count, "wind_direction_10m", _ => (long)words.Number(361));
        WriteIntegers(w, count, "weather_code", _ => words.Chance(3) ? null : (long)words.Number(100));
        w.WriteEndObject();
        w.WriteEndObject();
    });

    private static void WriteIntegers(Utf8JsonWriter w, int count, string name, Func<int, long?> value)
    {
        w.WriteStartArray(name);
        for (int i = 0; i < count; i++)
        {
            if (value(i) is { } number)
                w.WriteNumberValue(number);
            else
                w.WriteNullValue();
        }

        w.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter w, int count, string name, Func<int, double> value)
    {
        w.WriteStartArray(name);
        for (int i = 0; i < count; i++)
            w.WriteNumberValue(value(i));
        w.WriteEndArray();
    }
}
