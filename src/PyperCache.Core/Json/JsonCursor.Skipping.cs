using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Values that nobody reads.</content>
public ref partial struct JsonCursor
{
    private static readonly SearchValues<byte> s_bracketsAndQuotes = SearchValues.Create("\"{}[]"u8);

    /// <summary>Moves behind the value here. Its structure, strings and depth are checked; the rest when it is read.</summary>
    /// <remarks>
    /// Of the structure of an array or object that is longer than 4 KB, brackets are checked to the end, but commas and colons only in the first
    /// 4 KB. What is inside an array or object is not checked as to numbers, literals, UTF-8 and surrogates.
    /// </remarks>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public void Skip()
    {
        switch (NextByte())
        {
            case '"':
                SkipString();
                break;
            case '{' or '[':
                SkipContainer();
                break;
            default:
                int end = Utf8Scan.FindScalarEnd(_json, _position);
                if (end >= 0)
                    _position = end;
                else
                    SkipChecked();
                break;
        }
    }

    /// <summary>At the bracket of an array: moves behind the array if it holds neither strings nor arrays nor objects. What it holds is not checked.</summary>
    internal bool TrySkipFlatArray()
    {
        if (_depth >= MaxDepth)
            return false;
        int inside = _position + 1;
        int end = _json[inside..].IndexOfAny(s_bracketsAndQuotes);
        if (end < 0 || At(inside + end) != ']')
            return false;
        _position = inside + end + 1;
        return true;
    }

    /// <summary>Moves behind the value here, having checked all of it.</summary>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public void SkipChecked()
    {
        if (NextByte() == '"')
            SkipString();
        else
            SkipAnyChecked();
    }

    private void SkipAnyChecked()
    {
        int outside = _depth;

        // One bit per open array or object, the innermost lowest: 1 for an object. 64 levels are all there may be.
        ulong objects = 0;
        do
        {
            if (SkipScalarOrEnter(ref objects))
                continue;
            while (_depth > outside && !SkipToNext(ref objects, first: false))
            {
            }
        }
        while (_depth > outside);
    }

    /// <summary>At a value: moves behind a scalar or an empty array or object (false), or to the first value in it (true).</summary>
    private bool SkipScalarOrEnter(ref ulong objects)
    {
        SkipWhiteSpace();
        int end = Utf8Scan.FindScalarEnd(_json, _position);
        if (end >= 0)
        {
            _position = end;
            return false;
        }

        switch (Peek())
        {
            case JsonValueKind.Object:
                Deepen();
                _position++;
                objects = (objects << 1) | 1;
                return SkipToNext(ref objects, first: true);
            case JsonValueKind.Array:
                Deepen();
                _position++;
                objects <<= 1;
                return SkipToNext(ref objects, first: true);
            case JsonValueKind.String:
                ReadRawString(out _);
                return false;
            case JsonValueKind.Number:
                ReadNumber(out _);
                return false;
            case JsonValueKind.True:
                ReadLiteral("true"u8);
                return false;
            case JsonValueKind.False:
                ReadLiteral("false"u8);
                return false;
            default:
                ReadLiteral("null"u8);
                return false;
        }
    }

    /// <summary>Behind a value or an opening bracket: moves to the next value (true) or behind the closing bracket (false).</summary>
    private bool SkipToNext(ref ulong objects, bool first)
    {
        bool started = !first;
        bool isObject = (objects & 1) != 0;
        if (isObject ? NextMember(ref started, out _, out _) : NextElement(ref started))
            return true;
        objects >>= 1;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipString()
    {
        int start = _position + 1;
        int end = Utf8Scan.FindSpecial(ref MemoryMarshal.GetReference(_json), start, _json.Length);
        if (end < _json.Length && At(end) == '"')
            _position = end + 1;
        else
            ReadSpecialRawString(start, end, out _);
    }

    private void SkipContainer()
    {
        int end = StructureScan.FindEnd(ref MemoryMarshal.GetReference(_json), _position, _json.Length, MaxDepth - _depth);
        if (end < 0)
            ThrowStructureFault();
        _position = end;
    }

    /// <summary>Reads once more, byte by byte, to say what is wrong and where.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowStructureFault()
    {
        SkipChecked();
        throw new UnreachableException("A value was found to be malformed in one way and well formed in the other.");
    }
}
