using System.Text.Json;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>What System.Text.Json says about a document.</summary>
internal static class Reference
{
    /// <summary>Whether <see cref="Utf8JsonReader"/> reads all of it, and the texts of all its strings and keys.</summary>
    public static bool Accepts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                // Bad UTF-8 and lone surrogates are only noticed when the text is asked for.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
