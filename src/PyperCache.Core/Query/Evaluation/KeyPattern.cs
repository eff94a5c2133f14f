using System.Buffers.Binary;
using System.Text;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>A key of a selector, ready to be compared with the keys of a payload.</summary>
internal sealed class KeyPattern
{
    private readonly byte[] _quoted;

    public KeyPattern(string text)
    {
        Text = text;
        _quoted = Encoding.UTF8.GetBytes($"\"{text}\"");

        // The last eight bytes are compared first, and mostly they are all. A key that JSON must escape never stands there as it is.
        (Last, LastMask) = text.AsSpan().IndexOfAny('"', '\\') >= 0 ? (1, 0) : LastBytes(_quoted);
    }

    public string Text { get; }

    /// <summary>The key as it mostly stands in JSON, with its quotes.</summary>
    public ReadOnlySpan<byte> Quoted => _quoted;

    /// <summary>The last eight bytes of <see cref="Quoted"/>; where it is shorter, zeros come first.</summary>
    public ulong Last { get; }

    /// <summary>The bits of <see cref="Last"/> that count. A pattern that cannot stand in JSON as it is has none, so that nothing is equal.</summary>
    public ulong LastMask { get; }

    private ReadOnlySpan<byte> Utf8 => _quoted.AsSpan(1, _quoted.Length - 2);

    /// <summary>Whether a key read by a cursor is this one.</summary>
    public bool Matches(ReadOnlySpan<byte> rawKey, bool escaped) =>
        escaped ? JsonCursor.KeyText(rawKey, escaped) == Text : rawKey.SequenceEqual(Utf8);

    /// <summary>Whether the key in front of a colon is this one.</summary>
    /// <param name="json">All bytes.</param>
    /// <param name="colon">The offset of the colon.</param>
    /// <param name="mayHoldEscapes">False when it is known that the key holds no backslash.</param>
    public bool MatchesBefore(ReadOnlySpan<byte> json, int colon, bool mayHoldEscapes)
    {
        if (colon < sizeof(ulong))
            return MatchesWhole(json, colon);
        ulong last = BinaryPrimitives.ReadUInt64LittleEndian(json.Slice(colon - sizeof(ulong), sizeof(ulong)));
        if ((last & LastMask) == Last && (_quoted.Length <= sizeof(ulong) || json[..colon].EndsWith(_quoted)))
            return !IsEscapedQuote(json, colon - _quoted.Length);
        return (mayHoldEscapes || (byte)(last >> 56) != '"') && MatchesWhole(json, colon);
    }

    /// <summary>The key in front of a colon, as it stands between its quotes.</summary>
    /// <exception cref="System.Text.Json.JsonException">There is none.</exception>
    public static ReadOnlySpan<byte> KeyBefore(ReadOnlySpan<byte> json, int colon)
    {
        int end = json[..colon].TrimEnd(" \t\r\n"u8).Length - 1;
        int start = end;
        do
        {
            start = start > 0 ? json[..start].LastIndexOf((byte)'"') : -1;
        }
        while (start > 0 && IsEscapedQuote(json, start));

        if (start < 0 || json[end] != '"')
            throw JsonFaults.At(json, colon, "a key in front of ':'");
        return json[(start + 1)..end];
    }

    private static (ulong Bytes, ulong Mask) LastBytes(ReadOnlySpan<byte> quoted)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Span<byte> mask = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        mask.Clear();
        int length = Math.Min(quoted.Length, sizeof(ulong));
        quoted[^length..].CopyTo(bytes[^length..]);
        mask[^length..].Fill(0xFF);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(mask));
    }

    // The opening quote of a key never follows a backslash; a quote that does is part of a longer key.
    private static bool IsEscapedQuote(ReadOnlySpan<byte> json, int quote) => quote > 0 && json[quote - 1] == '\\';

    private bool MatchesWhole(ReadOnlySpan<byte> json, int colon)
    {
        ReadOnlySpan<byte> raw = KeyBefore(json, colon);
        return Matches(raw, raw.Contains((byte)'\\'));
    }
}
