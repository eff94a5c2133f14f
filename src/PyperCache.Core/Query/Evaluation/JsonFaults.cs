using System.Globalization;
using System.Text.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Reports malformed JSON that the scan for structure came across.</summary>
internal static class JsonFaults
{
    public static JsonException At(ReadOnlySpan<byte> json, int position, string expected)
    {
        ReadOnlySpan<byte> before = json[..position];
        long line = before.Count((byte)'\n');
        long column = position - (before.LastIndexOf((byte)'\n') + 1);
        string message = string.Create(CultureInfo.InvariantCulture, $"Expected {expected}. LineNumber: {line} | BytePositionInLine: {column}.");
        return new JsonException(message, null, line, column);
    }
}
