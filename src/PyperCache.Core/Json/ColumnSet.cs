using System.Text.Json;

namespace PyperCache.Json;

/// <summary>Reads an object of parallel arrays, row by row or column by column, without an object per row.</summary>
/// <param name="keys">The keys of the columns; slot by slot what a row's <see cref="FieldLoop"/> knows.</param>
/// <remarks>
/// Use it for one object after the other, by one thread: <see cref="Open"/>, then <see cref="MoveNext"/> and a read of the row until it
/// answers false, then <see cref="Close"/>.
/// </remarks>
internal sealed class ColumnSet(KeyTable keys)
{
    private const int RowDepth = 2;

    private readonly int[] _starts = new int[keys.Count];

    // Where the next element of a column is looked for, when columns are read one by one; 0 before the first. In any case -1 behind the last.
    private readonly int[] _next = new int[keys.Count];
    private int _estimate;
    private int _count;
    private int _start;
    private int _end;
    private bool _started;

    // Whether there is an array that is no column, as its key comes once more.
    private bool _hasRepeated;

    /// <summary>The slot of the first key that holds no array; -1 when there is none.</summary>
    public int ProblemSlot { get; private set; } = -1;

    /// <summary>Where the value of <see cref="ProblemSlot"/> starts; -1 when there is none.</summary>
    public int ProblemPosition { get; private set; } = -1;

    /// <summary>The slot of the first column that is shorter or longer than the first one; -1 while none has been met.</summary>
    public int UnevenSlot { get; private set; } = -1;

    /// <summary>Whether <see cref="MoveNext"/> answered false because columns have unequal lengths.</summary>
    public bool IsUneven => UnevenSlot >= 0;

    /// <summary>How many of the known columns are there.</summary>
    public int ColumnCount => _count;

    /// <summary>How many rows there seem to be, by the commas of the first column. It may be wrong where values hold commas themselves.</summary>
    public int RowEstimate => _estimate;

    /// <summary>
    /// Two numbers for each column that is there: where its next element starts, and its slot. Where it is not known whether there is one more,
    /// the first is the complement of the place to look at. Before them stands a pair that means nothing.
    /// </summary>
    internal int[] Cells { get; } = new int[(keys.Count + 1) * JsonCursor.CellSize];

    /// <summary>The index of the last pair in <see cref="Cells"/>.</summary>
    internal int LastCell => _count * JsonCursor.CellSize;

    /// <summary>Whether a column is there.</summary>
    /// <param name="slot">Its slot.</param>
    public bool HasColumn(int slot) => _starts[slot] > 0;

    /// <summary>Where the array of a column starts; 0 when it is not there.</summary>
    /// <param name="slot">Its slot.</param>
    public int ColumnStart(int slot) => _starts[slot];

    /// <summary>Finds the columns of the object at the cursor.</summary>
    /// <param name="cursor">Stands at an object.</param>
    /// <returns>False when a known key holds no array: <see cref="ProblemSlot"/> tells. <see cref="Close"/> is still to be called.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    /// <exception cref="InvalidOperationException">There is no object at the cursor.</exception>
    public bool Open(ref JsonCursor cursor)
    {
        ProblemSlot = ProblemPosition = UnevenSlot = -1;
        _started = _hasRepeated = false;
        _estimate = 0;
        Array.Clear(_starts);
        Array.Clear(_next);
        var loop = new FieldLoop(keys);
        if (!cursor.BeginObject(ref loop))
            throw new InvalidOperationException("Columns are read from an object; look at Peek first.");
        _start = loop.Start;
        for (int slot = cursor.NextField(ref loop); slot >= 0; slot = cursor.NextField(ref loop))
            Locate(ref cursor, slot);
        _end = cursor.Position;
        Collect();
        return ProblemSlot < 0;
    }

    /// <summary>Goes to the next row: the next <see cref="JsonCursor.BeginObject(ref FieldLoop)"/> of the cursor enters it, and must be followed by reads up to its end.</summary>
    /// <param name="cursor">The cursor with which the columns were opened.</param>
    /// <returns>False behind the last row, or when the columns are not of equal lengths.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool MoveNext(ref JsonCursor cursor)
    {
        bool started = _started;
        if (!started)
            cursor.Depth += RowDepth;
        _started = true;

        bool any = cursor.TryStepColumns(this, started, out int unevenSlot);
        UnevenSlot = unevenSlot;
        cursor.Position = _start;
        if (any)
            cursor.EnterRow(this);
        else if (!IsUneven)
            Array.Fill(_next, -1);
        return any;
    }

    /// <summary>Reads the next elements of one column, as <see cref="PayloadReader{T}.ReadElements"/> does. To be used instead of <see cref="MoveNext"/>, not with it.</summary>
    internal int ReadElements<T>(ref JsonCursor cursor, int slot, PayloadReader<T> reader, scoped Span<T> values, out int misfit)
    {
        misfit = -1;
        int next = _next[slot];
        if (next < 0)
            return 0;
        bool started = next > 0;
        cursor.Position = started ? next : _starts[slot] + 1;
        cursor.Depth += RowDepth;
        int count = reader.ReadElements(ref cursor, values, ref started, out misfit);
        bool ended = count < values.Length && misfit < 0;
        cursor.Depth -= ended ? RowDepth - 1 : RowDepth;
        _next[slot] = ended ? -1 : cursor.Position;
        return count;
    }

    /// <summary>Moves the cursor behind the object. What has not been read of it is checked as by <see cref="JsonCursor.Skip"/>.</summary>
    /// <param name="cursor">The cursor with which the columns were opened.</param>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public void Close(ref JsonCursor cursor)
    {
        if (_started)
            cursor.Depth -= RowDepth;
        _started = false;
        cursor.Position = _end;
        if (!_hasRepeated && AreRead())
            return;
        cursor.Position = _start;
        cursor.Skip();
    }

    private bool AreRead()
    {
        for (int slot = 0; slot < _starts.Length; slot++)
        {
            if (HasColumn(slot) && _next[slot] >= 0)
                return false;
        }

        return true;
    }

    private void Locate(ref JsonCursor cursor, int slot)
    {
        bool isArray = cursor.Peek() == JsonValueKind.Array;
        int start = cursor.Position;
        _hasRepeated |= HasColumn(slot);
        if (!isArray || !cursor.TrySkipFlatArray())
            cursor.Skip();
        if (isArray)
        {
            _starts[slot] = start;
            if (_estimate == 0)
                _estimate = cursor.Json[start..cursor.Position].Count((byte)',') + 1;
        }
        else if (ProblemSlot < 0)
        {
            ProblemSlot = slot;
            ProblemPosition = start;
        }
    }

    private void Collect()
    {
        _count = 0;
        for (int slot = 0; slot < _starts.Length; slot++)
        {
            if (_starts[slot] == 0)
                continue;
            _count++;
            Cells[LastCell] = ~(_starts[slot] + 1);
            Cells[LastCell + 1] = slot;
        }
    }
}
