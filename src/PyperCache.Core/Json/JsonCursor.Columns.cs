using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyperCache.Json;

/// <content>Rows that are made of columns.</content>
public ref partial struct JsonCursor
{
    /// <summary>The numbers that <see cref="ColumnSet.Cells"/> holds for a column.</summary>
    internal const int CellSize = 2;

    /// <summary>Makes the next object to be entered a row.</summary>
    internal void EnterRow(ColumnSet row) => _row = row;

    /// <summary>Makes sure that all columns are at an element.</summary>
    /// <param name="set">The columns.</param>
    /// <param name="started">Whether an element has been read of each.</param>
    /// <param name="unevenSlot">The slot of the first column that has one and the first column has not, or the other way round; otherwise -1.</param>
    /// <returns>Whether there is an element in each.</returns>
    internal bool TryStepColumns(ColumnSet set, bool started, out int unevenSlot)
    {
        unevenSlot = -1;
        int[] cells = set.Cells;
        int unknown = 0;
        for (int i = CellSize; i <= set.LastCell; i += CellSize)
            unknown |= cells[i];
        return unknown < 0 ? TryStepSlowly(set, started, out unevenSlot) : set.ColumnCount > 0;
    }

    private bool TryStepSlowly(ColumnSet set, bool started, out int unevenSlot)
    {
        unevenSlot = -1;
        int[] cells = set.Cells;
        bool first = false;
        for (int i = CellSize; i <= set.LastCell; i += CellSize)
        {
            bool has = cells[i] >= 0 || TryStep(ref cells[i], started);
            if (i == CellSize)
                first = has;
            else if (has != first && unevenSlot < 0)
                unevenSlot = cells[i + 1];
        }

        return first && unevenSlot < 0;
    }

    private bool TryStep(ref int cell, bool started)
    {
        _position = ~cell;
        if (NextElementOrEnd(ref started))
        {
            cell = _position;
            return true;
        }

        _depth++;
        return false;
    }

    private bool BeginRow(ref FieldLoop loop)
    {
        loop.Row = _row;
        loop.Separator = FieldLoop.Columns;
        _row = null;
        return true;
    }

    /// <summary>Behind the element of a column (or nothing yet): notes where the next one starts, and moves to the next column.</summary>
    /// <returns>The slot of the column; -1 behind the last one.</returns>
    private int NextColumn(ref FieldLoop loop)
    {
        ColumnSet row = loop.Row!;
        int next = loop.Next;
        int p = _position;
        ref int cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(row.Cells), next);
        cell = (uint)p < (uint)_json.Length && At(p) == ',' ? p + 1 : ~p;
        if (next >= row.LastCell)
            return -1;
        _position = Unsafe.Add(ref cell, CellSize);
        loop.Next = next + CellSize;
        return Unsafe.Add(ref cell, CellSize + 1);
    }
}
