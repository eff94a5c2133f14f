using System.Globalization;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Tells where in a payload a byte stands. Used for error messages only: it reads the payload from its beginning.</summary>
internal static class JsonPath
{
    /// <summary>The path of the value that starts at <paramref name="offset"/>, as <c>$.users[3].id</c>.</summary>
    public static string Locate(ReadOnlySpan<byte> json, int offset)
    {
        string path = "$";
        JsonCursor cursor = new(json);
        while (cursor.Peek() is var kind && cursor.Position < offset)
        {
            string? longer = kind == JsonValueKind.Object ? EnterMember(ref cursor, offset, path) : EnterElement(ref cursor, offset, path);
            if (longer is null)
                break;
            path = longer;
        }

        return path;
    }

    /// <summary>The path of a member under <paramref name="path"/>.</summary>
    public static string Append(string path, string key) =>
        IsPlain(key) ? $"{path}.{key}" : $"{path}['{key.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static string? EnterMember(ref JsonCursor cursor, int offset, string path)
    {
        cursor.BeginObject();
        bool started = false;
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> key, out bool escaped))
        {
            int start = cursor.Position;
            cursor.Skip();
            if (offset >= cursor.Position)
                continue;
            string name = JsonCursor.KeyText(key, escaped);
            cursor.Position = start;
            return Append(path, name);
        }

        return null;
    }

    private static string? EnterElement(ref JsonCursor cursor, int offset, string path)
    {
        if (!cursor.BeginArray())
            return null;
        bool started = false;
        for (int index = 0; cursor.NextElement(ref started); index++)
        {
            int start = cursor.Position;
            cursor.Skip();
            if (offset >= cursor.Position)
                continue;
            cursor.Position = start;
            return path + string.Create(CultureInfo.InvariantCulture, $"[{index}]");
        }

        return null;
    }

    private static bool IsPlain(string key)
    {
        if (key.Length == 0 || char.IsAsciiDigit(key[0]))
            return false;
        foreach (char c in key)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }
}
