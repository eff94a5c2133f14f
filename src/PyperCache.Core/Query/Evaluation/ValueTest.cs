using System.Text;
using PyperCache.Json;
using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>Compares a JSON value with the value of a filter.</summary>
internal sealed class ValueTest
{
    private readonly SelectorValue _value;
    private readonly byte[] _utf8;

    // A quote or a backslash is always escaped in JSON: where its bytes stand as they are, they are something else.
    private readonly bool _isPlain;
    private readonly byte _first;

    public ValueTest(SelectorValue value)
    {
        _value = value;
        _utf8 = Encoding.UTF8.GetBytes(value.Kind == SelectorValueKind.Number ? DecimalText.TrimLeadingZeros(value.Text) : value.Text);
        _isPlain = _utf8.AsSpan().IndexOfAny((byte)'"', (byte)'\\') < 0;
        _first = _utf8.Length > 0 ? _utf8[0] : (byte)'"';
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
        if (!inside.IsEmpty && inside[0] != _first && inside[0] != '\\')
            return false;
        if (_isPlain && inside.Length > _utf8.Length && inside[_utf8.Length] == '"' && inside.StartsWith(_utf8))
            return true;

        // The same text may be spelled with escapes, but then there must be one where the bytes begin to differ.
        int same = _isPlain ? inside.CommonPrefixLength(_utf8) : 0;
        if (_isPlain && (same == inside.Length || inside[same] != '\\'))
            return false;
        var cursor = new JsonCursor(json) { Position = quote };
        return cursor.MatchString(_value.Text);
    }
}
