using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyperCache.Json;

/// <content>The elements of an array that are all of one type, many at a time.</content>
public ref partial struct JsonCursor
{
    /// <summary>How many bytes of an element may be looked at without asking whether they belong to the JSON.</summary>
    private const int CellRoom = 8;

    /// <summary>Reads elements of the array that has been entered, as <see cref="PayloadReader{T}.ReadElements"/> does.</summary>
    internal int ReadCells<T, TCell>(TCell cell, scoped Span<T> values, ref bool started, out int misfit)
        where TCell : struct, ICell<T>
    {
        misfit = -1;
        int count = 0;
        while (count < values.Length && NextElement(ref started))
        {
            int read = ReadPlainCells(cell, values[count..]);
            count += read;
            if (read > 0)
                continue;
            SkipWhiteSpace();
            int start = _position;
            if (!cell.TryRead(ref this, out values[count]))
            {
                misfit = start;
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>At an element: reads those that can be converted at once and are followed by a comma.</summary>
    /// <returns>Their number; the position is behind the last of them, or unchanged.</returns>
    private int ReadPlainCells<T, TCell>(TCell cell, scoped Span<T> values)
        where TCell : struct, ICell<T>
    {
        ref byte json = ref MemoryMarshal.GetReference(_json);
        ref T target = ref MemoryMarshal.GetReference(values);
        int length = _json.Length;
        int count = 0;

        // Behind a number there must be something for it to end at.
        if (length == 0 || Unsafe.Add(ref json, length - 1) is not ((byte)']' or (byte)'}' or <= (byte)' '))
            return count;
        for (int p = _position; count < values.Length; p++)
        {
            if (p >= length - CellRoom || (Unsafe.Add(ref json, p) <= ' ' && (p = FindNoSpace(p)) >= length - CellRoom))
                break;
            if (!cell.TryConvert(ref json, ref p, length, out T value) || Unsafe.Add(ref json, p) != ',')
                break;
            Unsafe.Add(ref target, count++) = value;
            _position = p;
        }

        return count;
    }

    private readonly int FindNoSpace(int p)
    {
        while (p < _json.Length && At(p) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            p++;
        return p;
    }
}
