namespace PyperCache.Json;

/// <content>Rows that are made of columns.</content>
public ref partial struct JsonCursor
{
    /// <summary>Makes the next object to be entered a row.</summary>
    internal void EnterRow(ColumnSet row) => _row = row;

    /// <summary>Moves all columns to their next elements.</summary>
    /// <param name="set">The columns.</param>
    /// <param name="started">Whether an element has been read of each.</param>
    /// <param name="any">Whether the first column has one more.</param>
    /// <returns>The index of the first column of which that is not as true as of the first one; -1 when there is none.</returns>
    internal int StepColumns(ColumnSet set, bool started, out bool any)
    {
        int uneven = -1;
        any = false;
        Span<int> positions = set.Positions.AsSpan(0, set.ColumnCount);
        for (int i = 0; i < positions.Length; i++)
        {
            int p = positions[i];
            bool has = started && (uint)p < (uint)_json.Length && At(p) == ',';
            if (has)
                positions[i] = p + 1;
            else
                has = StepColumn(ref positions[i], started);
            if (i == 0)
                any = has;
            else if (has != any && uneven < 0)
                uneven = i;
        }

        return uneven;
    }

    private bool StepColumn(ref int position, bool started)
    {
        _position = position;
        bool has = NextElementOrEnd(ref started);
        if (!has)
            _depth++;
        position = _position;
        return has;
    }

    private bool BeginRow(ref FieldLoop loop)
    {
        loop.Row = _row;
        loop.Separator = FieldLoop.Columns;
        _row = null;
        return true;
    }

    /// <summary>Moves to the element of the row's next column.</summary>
    /// <returns>The slot of the column; -1 behind the last one.</returns>
    private int NextColumn(ref FieldLoop loop)
    {
        ColumnSet row = loop.Row!;
        int next = loop.Next;
        int[] positions = row.Positions;
        ReadOnlySpan<int> slots = row.Slots;
        if (next > 0)
            positions[next - 1] = _position;
        if (next >= slots.Length)
            return -1;
        _position = positions[next];
        loop.Next = next + 1;
        return slots[next];
    }
}
