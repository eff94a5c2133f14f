using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Arrays, and objects whose keys are not known beforehand.</content>
public ref partial struct JsonCursor
{
    /// <summary>Enters an array; <see cref="NextElement"/> then goes through it.</summary>
    /// <returns>False, with nothing consumed but white space, when no array starts here.</returns>
    /// <exception cref="JsonException">It is nested too deeply.</exception>
    public bool BeginArray()
    {
        if (NextByte() != '[')
            return false;
        Deepen();
        _position++;
        return true;
    }

    /// <summary>Goes to the next element of an array. The one before must have been read.</summary>
    /// <param name="started">False before the first element; kept here.</param>
    /// <returns>True at an element; false when the array has ended and its bracket is consumed.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextElement(ref bool started)
    {
        int p = _position;
        if (started && (uint)p < (uint)_json.Length && At(p) == ',')
        {
            _position = p + 1;
            return true;
        }

        return NextElementOrEnd(ref started);
    }

    /// <summary>Enters an object; <see cref="NextMember"/> then goes through it.</summary>
    /// <returns>False, with nothing consumed but white space, when no object starts here.</returns>
    /// <exception cref="JsonException">It is nested too deeply.</exception>
    public bool BeginObject()
    {
        if (NextByte() != '{')
            return false;
        Deepen();
        _position++;
        return true;
    }

    /// <summary>Goes to the value of the next member of an object. The one before must have been read.</summary>
    /// <param name="started">False before the first member; kept here.</param>
    /// <param name="rawKey">The key as it stands between its quotes.</param>
    /// <param name="escaped">Whether the key holds escapes.</param>
    /// <returns>True at a value; false when the object has ended and its bracket is consumed.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool NextMember(ref bool started, out ReadOnlySpan<byte> rawKey, out bool escaped)
    {
        int next = NextByte();
        if (next == '}')
        {
            _position++;
            _depth--;
            rawKey = default;
            return escaped = false;
        }

        if (started)
        {
            if (next != ',')
                ThrowExpected("',' or '}' in an object", _position);
            _position++;
            next = NextByte();
        }

        started = true;
        if (next != '"')
            ThrowExpected("'\"' at the start of a key", _position);
        rawKey = ReadRawString(out escaped);
        ReadColon();
        return true;
    }

    /// <summary>The text of a key that <see cref="NextMember"/> has read.</summary>
    /// <param name="rawKey">The key as it stands between its quotes.</param>
    /// <param name="escaped">Whether it holds escapes.</param>
    public static string KeyText(ReadOnlySpan<byte> rawKey, bool escaped) => Utf8Text.FromRaw(rawKey, escaped, out _) ?? string.Empty;

    private bool NextElementOrEnd(ref bool started)
    {
        int next = NextByte();
        if (next == ']')
        {
            _position++;
            _depth--;
            return false;
        }

        if (started)
        {
            if (next != ',')
                ThrowExpected("',' or ']' in an array", _position);
            _position++;
        }

        started = true;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadColon()
    {
        if (NextByte() != ':')
            ThrowExpected("':' behind a key", _position);
        _position++;
    }
}
