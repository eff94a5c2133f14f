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
}
