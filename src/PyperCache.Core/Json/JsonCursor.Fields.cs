using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PyperCache.Json;

/// <content>Objects of known keys.</content>
public ref partial struct JsonCursor
{
    /// <summary>How many bytes must follow a separator for a key to be compared in one go.</summary>
    private const int KeyRoom = 33;

    /// <summary>Enters an object, or the row to which a <see cref="ColumnSet"/> has moved; <see cref="NextField"/> then goes through it.</summary>
    /// <param name="loop">Newly made.</param>
    /// <returns>False, with nothing consumed but white space, when no object starts here.</returns>
    /// <exception cref="JsonException">It is nested too deeply.</exception>
    public bool BeginObject(ref FieldLoop loop)
    {
        if (_row is not null)
            return BeginRow(ref loop);
        if (NextByte() != '{')
            return false;

        loop.Start = _position;
        // The bracket is not consumed yet: it separates the first key from what was before, as commas do for the others.
        Deepen();
        return true;
    }

    /// <summary>Goes to the value of the next known key; unknown ones are skipped. The value before must have been read.</summary>
    /// <param name="loop">The loop with which the object was entered.</param>
    /// <returns>The slot of the key; -1 when the object has ended and its bracket is consumed.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextField(ref FieldLoop loop) => loop.Row is null ? NextKey(ref loop) : NextColumn(ref loop);

    private int NextKey(ref FieldLoop loop)
    {
        int p = _position;
        if (_json.Length - p >= KeyRoom && At(p) == loop.Separator)
        {
            ref readonly KeyTable.Entry expected = ref loop.Keys.At(loop.Next);
            if (expected.Matches(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), p + 1)) && expected.Slot >= 0)
            {
                _position = p + 1 + expected.Length;
                loop.Next++;
                loop.Separator = ',';
                return expected.Slot;
            }
        }

        return SearchField(ref loop);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int SearchField(ref FieldLoop loop)
    {
        while (true)
        {
            int slot = -1;
            int index = SkipUnknown(ref loop);
            if (index >= 0)
            {
                slot = EnterField(ref loop, index);
            }
            else if (TryEnterKey(ref loop))
            {
                index = FindKey(ref loop);
                if (index < 0)
                    Skip();
                else
                    slot = EnterField(ref loop, index);
            }
            else if (loop.Keys.Parent is not null)
            {
                slot = LeaveGroup(ref loop);
            }
            else
            {
                return -1;
            }

            if (slot >= 0)
                return slot;
        }
    }

    /// <summary>Skips unknown members as long as they are of the plainest kind.</summary>
    /// <returns>The index of a known key, with the cursor at its value; -1 where something else is to be looked at, with the cursor before it.</returns>
    private int SkipUnknown(ref FieldLoop loop)
    {
        KeyTable keys = loop.Keys;
        ref byte json = ref MemoryMarshal.GetReference(_json);
        int last = _json.Length - KeyRoom - 2;
        for (int p = _position; p < last && Unsafe.Add(ref json, p) == loop.Separator && Unsafe.Add(ref json, p + 1) == '"'; p = _position)
        {
            int start = p + 2;
            ref readonly KeyTable.Entry expected = ref keys.At(loop.Next);
            if (expected.Matches(ref Unsafe.Add(ref json, p + 1)))
            {
                _position = p + 1 + expected.Length;
                loop.Separator = ',';
                return loop.Next;
            }

            int end = Utf8Scan.FindSpecial(ref json, start, _json.Length);
            if (end >= last || Unsafe.Add(ref json, end) != '"' || Unsafe.Add(ref json, end + 1) != ':')
                return -1;
            loop.Separator = ',';
            _position = end + 2;
            if (keys.HasLength(end - start) && keys.Find(_json[start..end]) is >= 0 and int index)
                return index;
            Skip();
        }

        return -1;
    }

    /// <summary>Goes to the quote of the next key; false when there is none, and the bracket is consumed.</summary>
    private bool TryEnterKey(ref FieldLoop loop)
    {
        int next = NextByte();
        bool first = loop.Separator == '{';
        if (first || next == ',')
        {
            _position++;
            next = NextByte();
            if (next == '"')
            {
                loop.Separator = ',';
                return true;
            }

            if (!first || next != '}')
                ThrowExpected("'\"' at the start of a key", _position);
        }

        if (next != '}')
            ThrowExpected("',' or '}' in an object", _position);
        _position++;
        _depth--;
        loop.Separator = ',';
        return false;
    }

    /// <summary>Moves behind the key whose quote is at the position, and the colon behind it.</summary>
    /// <returns>Its index in the table, or -1.</returns>
    private int FindKey(ref FieldLoop loop)
    {
        if (_json.Length - _position >= KeyRoom)
        {
            ref readonly KeyTable.Entry expected = ref loop.Keys.At(loop.Next);
            if (expected.Matches(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), _position)))
            {
                _position += expected.Length;
                return loop.Next;
            }
        }

        ReadOnlySpan<byte> key = ReadRawString(out bool escaped);
        int index = escaped ? FindEscapedKey(loop.Keys, key) : loop.Keys.Find(key);
        ReadColon();
        return index;
    }

    [SkipLocalsInit]
    private static int FindEscapedKey(KeyTable keys, ReadOnlySpan<byte> key)
    {
        Span<byte> buffer = stackalloc byte[256];
        return keys.Find(Unescape(buffer, key));
    }

    /// <summary>At the value of a known key: its slot, or -1 when the loop goes on, inside a group or behind what should have been one.</summary>
    private int EnterField(ref FieldLoop loop, int index)
    {
        ref readonly KeyTable.Entry entry = ref loop.Keys.At(index);
        loop.Next = index + 1;
        if (loop.Keys.Group(index) is not { } group)
            return entry.Slot;
        if (Peek() != JsonValueKind.Object)
        {
            if (entry.OwnSlot < 0)
                Skip();
            return entry.OwnSlot;
        }

        if (entry.OwnSlot >= 0)
            PushGroupStart(_position);
        Deepen();
        loop.Keys = group;
        loop.Next = 0;
        loop.Separator = '{';
        return -1;
    }

    /// <summary>Behind the bracket of a group: goes on in the object around it, or back to the group's start when it has a slot itself.</summary>
    private int LeaveGroup(ref FieldLoop loop)
    {
        int index = loop.Keys.IndexInParent;
        loop.Keys = loop.Keys.Parent!;
        loop.Next = index + 1;
        int slot = loop.Keys.At(index).OwnSlot;
        if (slot >= 0)
            _position = _groupStarts![--_groupCount];
        return slot;
    }

    private void PushGroupStart(int start)
    {
        _groupStarts ??= new int[MaxDepth];
        if (_groupCount == _groupStarts.Length)
            Array.Resize(ref _groupStarts, _groupCount * 2);
        _groupStarts[_groupCount++] = start;
    }
}
