using System.Text.Json;
using PyperCache.Json;

namespace PyperCache;

/// <summary>The check that every payload passes on its way in.</summary>
internal static class JsonText
{
    /// <summary>Reads the bytes through.</summary>
    /// <exception cref="JsonException">They are not exactly one well-formed JSON value.</exception>
    public static void EnsureOneValue(ReadOnlySpan<byte> utf8Json)
    {
        var cursor = new JsonCursor(utf8Json);
        cursor.SkipChecked();
        cursor.End();
    }

    /// <summary>Whether the bytes are exactly one well-formed JSON value.</summary>
    public static bool IsOneValue(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            EnsureOneValue(utf8Json.Span);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
