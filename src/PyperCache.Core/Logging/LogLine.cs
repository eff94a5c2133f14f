using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PyperCache.Logging;

/// <summary>One line of a request log: <c>{"uri": "…", "status": 200, "timestamp": 1713000000.25}</c>, as PyperCache for Python writes it.</summary>
internal static class LogLine
{
    /// <summary>The line with its line feed.</summary>
    public static byte[] Format(LogRecord record)
    {
        double seconds = (double)(record.Timestamp.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond;
        StringBuilder line = AsciiJson.AppendString(new StringBuilder("{\"uri\": "), record.Uri);
        line.Append(CultureInfo.InvariantCulture, $", \"status\": {record.Status}, \"timestamp\": {Number(seconds)}}}\n");
        return Encoding.ASCII.GetBytes(line.ToString());
    }

    /// <summary>Reads a line back.</summary>
    /// <returns>False when it is no entry: cut off, empty or something else.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out LogRecord? record)
    {
        record = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("uri", out JsonElement uri) || uri.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("status", out JsonElement status) || !TryGetStatus(status, out int code)
                || !root.TryGetProperty("timestamp", out JsonElement time) || !TryGetTime(time, out DateTimeOffset timestamp))
                return false;
            record = new LogRecord(timestamp, uri.GetString()!, code);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A line that was cut off or is no UTF-8 does not hide the others.
            return false;
        }
    }

    private static bool TryGetStatus(JsonElement status, out int code)
    {
        code = 0;
        return status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out code);
    }

    private static bool TryGetTime(JsonElement time, out DateTimeOffset timestamp)
    {
        const double LastSecond = 253402300799;
        timestamp = default;
        if (time.ValueKind != JsonValueKind.Number || !time.TryGetDouble(out double seconds) || !(Math.Abs(seconds) <= LastSecond))
            return false;
        long microseconds = (long)Math.Round(seconds * 1e6);
        if (microseconds < -62135596800_000_000)
            return false;
        timestamp = DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        return true;
    }

    private static string Number(double seconds)
    {
        string text = seconds.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
