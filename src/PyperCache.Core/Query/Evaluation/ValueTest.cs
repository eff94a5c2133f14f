using System.Text;
using PyperCache.Json;
using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>Compares a JSON value with the value of a filter.</summary>
internal sealed class ValueTest
{
    private readonly SelectorValue _value;
    private readonly byte[] _utf8;

    public ValueTest(SelectorValue value)
    {
        _value = value;
        _utf8 = Encoding.UTF8.GetBytes(value.Kind == SelectorValueKind.Number ? DecimalText.TrimLeadingZeros(value.Text) : value.Text);
    }

    /// <summary>Whether the value that starts at an offset is equal.</summary>
    public bool Matches(ReadOnlySpan<byte> json, int start) => _value.Kind switch
    {
        SelectorValueKind.Text => json[start] == '"' && MatchesText(json, start),
        SelectorValueKind.Number => (json[start] == '-' || char.IsAsciiDigit((char)json[start])) && DecimalText.AreEqual(json[start..], _utf8),
        SelectorValueKind.True => json[start..].StartsWith("true"u8),
        SelectorValueKind.False => json[start..].StartsWith("false"u8),
        _ => json[start..].StartsWith("null"u8),
    };

    private bool MatchesText(ReadOnlySpan<byte> json, int quote)
    {
        ReadOnlySpan<byte> inside = json[(quote + 1)..];
        int same = inside.CommonPrefixLength(_utf8);
        byte next = same < inside.Length ? inside[same] : default;

        // A quote or backslash of the wanted text is always escaped in JSON, so the same bytes may be something else there.
        if (next == '\\' || _utf8.AsSpan().IndexOfAny((byte)'"', (byte)'\\') >= 0)
        {
            var cursor = new JsonCursor(json) { Position = quote };
            return cursor.MatchString(_value.Text);
        }

        return same == _utf8.Length && next == '"';
    }
}
