using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyperCache.Json;

/// <content>White space, literals and the ends of strings.</content>
public ref partial struct JsonCursor
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhiteSpace()
    {
        int p = _position;
        if ((uint)p < (uint)_json.Length && At(p) <= ' ')
            SkipSomeWhiteSpace();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipSomeWhiteSpace()
    {
        int p = _position;
        while (p < _json.Length && At(p) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            p++;
        _position = p;
    }

    /// <summary>The byte at the position after white space, or -1 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextByte()
    {
        SkipWhiteSpace();
        return _position < _json.Length ? At(_position) : -1;
    }

    /// <summary>Moves behind four given characters, if they are there and more follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTake(uint four, int from)
    {
        if ((uint)from > (uint)(_json.Length - sizeof(uint)) || _json.Length < sizeof(uint)
            || Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), from)) != four)
        {
            return false;
        }

        _position = from + sizeof(uint);
        return true;
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal)
    {
        ReadOnlySpan<byte> rest = _json[_position..];
        if (!rest.StartsWith(literal))
            ThrowExpected(LiteralName(literal), _position + rest.CommonPrefixLength(literal));
        _position += literal.Length;
    }

    private static string LiteralName(ReadOnlySpan<byte> literal) => literal[0] switch { (byte)'n' => "null", (byte)'t' => "true", _ => "false" };

    /// <summary>Moves behind the string whose opening quote is at the position, having checked all of it.</summary>
    /// <returns>What stands between the quotes.</returns>
    private ReadOnlySpan<byte> ReadRawString(out bool escaped)
    {
        int start = _position + 1;
        int end = Utf8Scan.FindSpecial(ref MemoryMarshal.GetReference(_json), start, _json.Length);
        if (end < _json.Length && At(end) == '"')
        {
            escaped = false;
            _position = end + 1;
            return _json[start..end];
        }

        return ReadSpecialRawString(start, end, out escaped);
    }

    /// <summary>Moves behind a string that holds more than plain ASCII, having checked all of it.</summary>
    /// <param name="start">The first byte behind the opening quote.</param>
    /// <param name="firstSpecial">The first byte of the string that is not plain ASCII.</param>
    /// <param name="escaped">Whether there is a backslash.</param>
    /// <returns>What stands between the quotes.</returns>
    private ReadOnlySpan<byte> ReadSpecialRawString(int start, int firstSpecial, out bool escaped)
    {
        escaped = TrySkipEscapes(firstSpecial);
        if (escaped)
            return _json[start..(_position - 1)];
        ReadOnlySpan<byte> raw = FindStringEnd(start, firstSpecial, out escaped);
        CheckString(raw, start, escaped);
        return raw;
    }

    /// <summary>At the first byte of a string that is not plain ASCII: moves behind the string if all such bytes belong to escapes that are right by themselves.</summary>
    private bool TrySkipEscapes(int p)
    {
        ref byte json = ref MemoryMarshal.GetReference(_json);
        while (p < _json.Length - JsonEscape.MaxLength && At(p) == '\\')
        {
            int escape = JsonEscape.LengthOf(ref Unsafe.Add(ref json, p));
            if (escape == 0)
                break;
            p = Utf8Scan.FindSpecial(ref json, p + escape, _json.Length);
            if (p < _json.Length && At(p) == '"')
            {
                _position = p + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves behind a string that holds more than plain ASCII. Escapes and UTF-8 are left to the caller to check.</summary>
    /// <param name="start">The first byte behind the opening quote.</param>
    /// <param name="p">The first byte of the string that is not plain ASCII.</param>
    /// <param name="escaped">Whether there is a backslash.</param>
    private ReadOnlySpan<byte> FindStringEnd(int start, int p, out bool escaped)
    {
        escaped = false;
        ref byte json = ref MemoryMarshal.GetReference(_json);
        while (true)
        {
            if (p >= _json.Length)
                ThrowExpected("'\"' at the end of a string", _json.Length);
            byte found = At(p);
            if (found == '"')
                break;
            if (found == '\\')
            {
                escaped = true;
                p++;
                if (p >= _json.Length)
                    ThrowExpected("an escape", p);
                p++;
            }
            else if (found < ' ')
            {
                ThrowExpected("an escaped character in a string", p);
            }

            p = Utf8Scan.FindQuoteEscapeOrControl(ref json, p, _json.Length);
        }

        _position = p + 1;
        return _json[start..p];
    }

    /// <summary>Checks the escapes and the UTF-8 of the inside of a string.</summary>
    private readonly void CheckString(ReadOnlySpan<byte> raw, int start, bool escaped)
    {
        int fault = Utf8Text.FindFault(raw, escaped);
        if (fault >= 0)
            ThrowStringFault(start + fault);
    }

    private readonly void ThrowStringFault(int at)
    {
        if (at < _json.Length && At(at) == '\\')
            Throw("A string holds an escape that is unknown, incomplete or half of a surrogate pair.", at);
        Throw("A string holds bytes that are not UTF-8.", at);
    }
}
