using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Texts and booleans.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads a string, or a number as its raw text.</summary>
    /// <param name="value">The text; null when the result is false.</param>
    /// <returns>False for any other value, which has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryReadString([NotNullWhen(true)] out string? value)
    {
        int start = _position + 1;
        if ((uint)_position < (uint)_json.Length && At(_position) == '"')
        {
            ref byte json = ref MemoryMarshal.GetReference(_json);
            int end = Utf8Scan.FindSpecial(ref json, start, _json.Length);
            if (end < _json.Length && At(end) == '"')
            {
                _position = end + 1;
                value = Utf8Text.FromAscii(ref Unsafe.Add(ref json, start), end - start);
                return true;
            }

            value = ReadSpecialString(start, end);
            return true;
        }

        return TryReadOtherText(out value);
    }

    /// <summary>Reads a GUID in its usual form, 8-4-4-4-12 digits.</summary>
    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadGuid(out Guid value) => TextScalars.TryRead(ref this, out value);

    /// <summary>Reads a date and time in the forms of ISO 8601 that System.Text.Json takes.</summary>
    /// <inheritdoc cref="TryReadInt32"/>
    public bool TryReadDateTime(out DateTime value) => TimeScalars.TryRead(ref this, out value);

    /// <inheritdoc cref="TryReadDateTime"/>
    public bool TryReadDateTimeOffset(out DateTimeOffset value) => TimeScalars.TryRead(ref this, out value);

    /// <summary>Reads true or false, or the same words as a string.</summary>
    /// <param name="value">The value; false when the result is false.</param>
    /// <returns>False for any other value, which has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryReadBoolean(out bool value)
    {
        value = TryTake(Literals.True, _position);
        return value || TryReadFalseOrOther(out value);
    }

    /// <summary>Reads a string as unescaped UTF-8, or a number as its raw text, without making a string of it.</summary>
    /// <param name="buffer">Room for an unescaped string. It is not held, but <paramref name="utf8"/> may be a view of it.</param>
    /// <param name="utf8">A view of the JSON when nothing was escaped, else of <paramref name="buffer"/>, or of a new array when that is too small.</param>
    /// <param name="kind">String or Number; otherwise the kind of what was skipped.</param>
    /// <returns>False for any other value, which has been skipped.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool TryReadText(scoped Span<byte> buffer, out ReadOnlySpan<byte> utf8, out JsonValueKind kind)
    {
        kind = Peek();
        int start = _position;
        if (kind == JsonValueKind.String)
        {
            utf8 = ReadRawString(out bool escaped);
            if (escaped)
                utf8 = Unescape(buffer, utf8);
            return true;
        }

        Skip();
        utf8 = kind == JsonValueKind.Number ? _json[start.._position] : default;
        return kind == JsonValueKind.Number;
    }

    /// <summary>Whether the value here is a string equal to <paramref name="value"/>, by ordinal comparison. Moves behind the value in either case.</summary>
    /// <param name="value">The text to compare with.</param>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool MatchString(string value)
    {
        int start = _position;
        if (NextByte() == '"' && TryMatch(value, _position + 1, out int end))
        {
            _position = end + 1;
            return true;
        }

        _position = start;
        Skip();
        return false;
    }

    /// <summary>Compares run by run of what is plain, and character by character of what is not.</summary>
    /// <param name="text">The text to compare with.</param>
    /// <param name="p">Behind the opening quote.</param>
    /// <param name="end">The closing quote, when the result is true.</param>
    private readonly bool TryMatch(ReadOnlySpan<char> text, int p, out int end)
    {
        while (true)
        {
            end = Utf8Scan.FindSpecial(ref MemoryMarshal.GetReference(_json), p, _json.Length);
            int run = end - p;
            if (end >= _json.Length || run > text.Length || !Ascii.Equals(_json.Slice(p, run), text[..run]))
                return false;
            text = text[run..];
            if (At(end) == '"')
                return text.IsEmpty;
            p = end;
            if (Rune.DecodeFromUtf16(text, out Rune expected, out int chars) != OperationStatus.Done || !TryReadRune(ref p, out Rune rune) || rune != expected)
                return false;
            text = text[chars..];
        }
    }

    /// <summary>Reads an escape, or a character that is not ASCII.</summary>
    private readonly bool TryReadRune(ref int p, out Rune rune)
    {
        if (At(p) == '\\')
            return JsonEscape.TryRead(_json, ref p, out rune);
        OperationStatus status = Rune.DecodeFromUtf8(_json[p..], out rune, out int bytes);
        p += bytes;
        return status == OperationStatus.Done;
    }

    private static ReadOnlySpan<byte> Unescape(scoped Span<byte> buffer, ReadOnlySpan<byte> raw)
    {
        if (raw.Length > buffer.Length)
            buffer = new byte[raw.Length];
        int length = Utf8Text.Unescape(raw, buffer, out _);
        return MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(buffer), length);
    }

    [SkipLocalsInit]
    private string ReadSpecialString(int start, int firstSpecial)
    {
        Span<char> chars = stackalloc char[StringDecoder.MaxChars];
        if (StringDecoder.TryDecode(_json, start, firstSpecial, ref MemoryMarshal.GetReference(chars), out int length, out int end))
        {
            _position = end + 1;
            return new string(chars[..length]);
        }

        return ReadAnyString(start, firstSpecial);
    }

    /// <summary>Reads a string that is long, at the very end of the JSON, rarely escaped or malformed.</summary>
    private string ReadAnyString(int start, int firstSpecial)
    {
        ReadOnlySpan<byte> raw = FindStringEnd(start, firstSpecial, out bool escaped);
        string? text = Utf8Text.FromRaw(raw, escaped, out int fault);
        if (text is null)
            ThrowStringFault(start + fault);
        return text!;
    }

    private bool TryReadOtherText([NotNullWhen(true)] out string? value)
    {
        JsonValueKind kind = Peek();
        if (kind == JsonValueKind.String)
            return TryReadString(out value);
        int start = _position;
        Skip();
        value = null;
        if (kind != JsonValueKind.Number)
            return false;
        value = Utf8Text.FromAscii(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), start), _position - start);
        return true;
    }

    private bool TryReadFalseOrOther(out bool value)
    {
        if (NextByte() == 'f' && TryTake(Literals.Alse, _position + 1))
        {
            value = false;
            return true;
        }

        switch (NextByte())
        {
            case 't':
                ReadLiteral("true"u8);
                return value = true;
            case 'f':
                ReadLiteral("false"u8);
                value = false;
                return true;
            case '"':
                return TryReadBooleanText(out value);
            default:
                Skip();
                return value = false;
        }
    }

    [SkipLocalsInit]
    private bool TryReadBooleanText(out bool value)
    {
        Span<byte> buffer = stackalloc byte[64];
        TryReadText(buffer, out ReadOnlySpan<byte> text, out _);
        value = text.SequenceEqual("true"u8);
        return value || text.SequenceEqual("false"u8);
    }
}
