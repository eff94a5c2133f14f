using System.Text.Json;

namespace PyperCache.Storage;

/// <summary>Whether bytes are what a payload has to be: one JSON value.</summary>
internal static class PayloadCheck
{
    /// <summary>Refuses bytes that are not one well-formed JSON value.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static void Ensure(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        while (reader.Read())
        {
        }
    }

    /// <summary>
    /// Why a payload from a file cannot be read, or null. Files are written by stores that check, and by the Python original, whose writer
    /// can put <c>NaN</c> and <c>Infinity</c> into them; so what is cheap to see is looked at first, and only suspects are read whole.
    /// </summary>
    public static string? WhyUnreadable(ReadOnlySpan<byte> payload)
    {
        if (LooksWhole(payload) && payload.IndexOf("NaN"u8) < 0 && payload.IndexOf("Infinity"u8) < 0)
            return null;
        try
        {
            Ensure(payload);
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    private static bool LooksWhole(ReadOnlySpan<byte> payload) =>
        payload.Length >= 2 && (payload[0], payload[^1]) is ((byte)'{', (byte)'}') or ((byte)'[', (byte)']');
}
