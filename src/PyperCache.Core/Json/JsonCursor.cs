using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <summary>Reads JSON values from UTF-8 bytes, front to back: it holds a position, and each call reads what stands there and moves behind it.</summary>
/// <remarks>
/// Infrastructure that generated code and the layers above share; it is not meant to be called by user code. What it reads, it checks as
/// strictly as <see cref="Utf8JsonReader"/> with default options, and invalid UTF-8 and lone surrogates besides; a <see cref="JsonException"/>
/// says where and what. A value of another type than the one asked for is no error: the read answers false and the value has been skipped.
/// Pass it by reference: a copy has its own position.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonCursor
{
    /// <summary>How deep arrays and objects may be nested; the same as the default of <see cref="JsonReaderOptions.MaxDepth"/>.</summary>
    internal const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly bool _hasPayload;
    private bool _failed;
    private int _position;
    private int _depth;
    private int _groupCount;
    private int[]? _groupStarts;
    private ColumnSet? _row;

    /// <summary>Starts at the first byte of a payload that outlives the cursor: slices are views of it.</summary>
    /// <param name="payload">UTF-8 JSON.</param>
    public JsonCursor(ReadOnlyMemory<byte> payload)
    {
        _json = payload.Span;
        _payload = payload;
        _hasPayload = true;
    }

    /// <summary>Starts at the first byte of JSON that does not outlive the call: slices are copies.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    public JsonCursor(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>All bytes, from the first to the last.</summary>
    public readonly ReadOnlySpan<byte> Json => _json;

    /// <summary>The offset of the byte that is read next. Setting it jumps to a place that an earlier read has shown to be good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the JSON.</exception>
    public int Position
    {
        readonly get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, (uint)_json.Length, nameof(value));
            _position = value;
        }
    }

    /// <summary>How many arrays and objects are open at the position. A jump between levels sets it too.</summary>
    public int Depth
    {
        readonly get => _depth;
        set => _depth = value;
    }

    /// <summary>Whether some value did not fit, as noted by <see cref="Fail"/>.</summary>
    public readonly bool Failed => _failed;

    /// <summary>Notes that a value did not fit; there is no way back.</summary>
    public void Fail() => _failed = true;

    /// <summary>The kind of the value that starts here, by its first byte. White space before it is skipped.</summary>
    /// <exception cref="JsonException">No value starts here.</exception>
    public JsonValueKind Peek()
    {
        SkipWhiteSpace();
        if (_position < _json.Length)
        {
            byte first = At(_position);
            switch (first)
            {
                case (byte)'"': return JsonValueKind.String;
                case (byte)'{': return JsonValueKind.Object;
                case (byte)'[': return JsonValueKind.Array;
                case (byte)'t': return JsonValueKind.True;
                case (byte)'f': return JsonValueKind.False;
                case (byte)'n': return JsonValueKind.Null;
                default:
                    if (first == '-' || IsDigit(first))
                        return JsonValueKind.Number;
                    break;
            }
        }

        ThrowExpected("a value", _position);
        return default;
    }

    /// <summary>Skips white space.</summary>
    /// <returns>The offset of the value that should start here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int FindStart()
    {
        SkipWhiteSpace();
        return _position;
    }

    /// <summary>Consumes a null if there is one; otherwise stays.</summary>
    /// <exception cref="JsonException">There is an <c>n</c> that does not begin <c>null</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNull()
    {
        int p = _position;
        return ((uint)p >= (uint)_json.Length || At(p) <= ' ' || At(p) == 'n') && TryReadNullHere();
    }

    /// <summary>The bytes from an earlier position up to the present one: a view of the payload, or a copy when the cursor was made over a span.</summary>
    /// <param name="start">The offset of the first byte.</param>
    public readonly ReadOnlyMemory<byte> SliceFrom(int start) =>
        _hasPayload ? _payload[start.._position] : _json[start.._position].ToArray();

    /// <summary>Checks that nothing but white space follows.</summary>
    /// <exception cref="JsonException">Something does.</exception>
    public void End()
    {
        SkipWhiteSpace();
        if (_position < _json.Length)
            ThrowExpected("the end of the JSON", _position);
    }

    private bool TryReadNullHere()
    {
        if (TryTake(Literals.Null, _position))
            return true;
        SkipWhiteSpace();
        if (_position >= _json.Length || At(_position) != 'n')
            return false;
        ReadLiteral("null"u8);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte At(int position) => Unsafe.Add(ref MemoryMarshal.GetReference(_json), (nint)(uint)position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Deepen()
    {
        if (++_depth > MaxDepth)
            ThrowTooDeep(_position);
    }
}
