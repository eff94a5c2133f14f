using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Some rows' worth of values from each of several columns: so few that all of them stay near the processor until the rows are made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ColumnBatch
{
    private const int Size = 128;
    private const int Unknown = -1;

    private readonly ModelSchema _schema;
    private readonly Array?[] _values;
    private int _count = Unknown;

    internal ColumnBatch(ModelSchema schema)
    {
        _schema = schema;
        _values = new Array?[schema.Fields.Length];
        Columns = new ColumnSet(schema.Keys);
    }

    internal ColumnSet Columns { get; }

    /// <summary>Whether columns have turned out to be of different lengths.</summary>
    internal bool IsUneven { get; private set; }

    /// <summary>Whether there is no column for a field that must exist.</summary>
    internal bool LacksField { get; private set; }

    /// <summary>Whether values did not fit that only a row of its own knows how to replace.</summary>
    internal bool NeedsRows { get; private set; }

    /// <summary>Whether values are kept that hold references.</summary>
    internal bool HoldsReferences { get; private set; }

    /// <summary>The values of a field in the rows of this batch, and undefined ones behind them.</summary>
    /// <param name="cursor">The cursor with which the columns were opened.</param>
    /// <param name="field">The number of the field, which is found under one key.</param>
    /// <param name="shape">The shape of its values.</param>
    /// <param name="otherwise">The value where the payload has none that fits.</param>
    public ReadOnlySpan<T> Read<T>(ref JsonCursor cursor, int field, Shape<T> shape, T otherwise)
    {
        T[] values = Values<T>(field);
        if (HasColumn(field))
            ReadColumn(ref cursor, field, shape, values, otherwise);
        else
            values.AsSpan().Fill(otherwise);
        return values;
    }

    /// <summary>The values of a field in the rows of this batch, and undefined ones behind them. Where one does not fit, all rows are read anew, row by row.</summary>
    /// <param name="cursor">The cursor with which the columns were opened.</param>
    /// <param name="field">The number of the field, which is found under one key.</param>
    /// <param name="shape">The shape of its values.</param>
    /// <returns>Null when there is no column for the field.</returns>
    public T[]? Read<T>(ref JsonCursor cursor, int field, Shape<T> shape)
    {
        if (!HasColumn(field))
            return null;
        T[] values = Values<T>(field);
        NeedsRows |= !ReadColumn(ref cursor, field, shape, values, default!) && !_schema.Validates;
        return values;
    }

    /// <summary>Makes room for the rows of this batch at the end of a list, once all fields have been read.</summary>
    /// <returns>The room; empty when the columns are of different lengths.</returns>
    public Span<T> Extend<T>(List<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (IsUneven || _count <= 0)
            return default;
        int before = rows.Count;
        CollectionsMarshal.SetCount(rows, before + _count);
        return CollectionsMarshal.AsSpan(rows)[before..];
    }

    /// <summary>Before the columns of an object are read.</summary>
    internal void Begin()
    {
        _count = Unknown;
        IsUneven = false;
        LacksField = false;
        NeedsRows = false;
    }

    /// <summary>Goes to the next batch; false behind the last one.</summary>
    internal bool MoveNext()
    {
        bool isFull = _count == Size && !IsUneven && !NeedsRows;
        _count = Unknown;
        return isFull;
    }

    private bool HasColumn(int field)
    {
        ModelField known = _schema.Fields[field];
        bool has = Columns.HasColumn(known.FirstSlot);
        LacksField |= !has && known.MustExist;
        return has;
    }

    /// <summary>Reads the next values of a column.</summary>
    /// <returns>Whether each of them fits.</returns>
    private bool ReadColumn<T>(ref JsonCursor cursor, int field, Shape<T> shape, T[] values, T otherwise)
    {
        int slot = _schema.Fields[field].FirstSlot;
        bool allFit = true;
        int count = 0;
        while (true)
        {
            count += Columns.ReadElements(ref cursor, slot, shape, values.AsSpan(count), out int misfit);
            if (misfit < 0)
                break;
            values[count++] = otherwise;
            allFit = false;
            if (_schema.Validates)
                cursor.Fail();
        }

        IsUneven |= _count >= 0 && _count != count;
        _count = count;
        return allFit;
    }

    private T[] Values<T>(int field)
    {
        if (_values[field] is { } known)
            return (T[])known;
        HoldsReferences |= RuntimeHelpers.IsReferenceOrContainsReferences<T>();
        T[] values = new T[Size];
        _values[field] = values;
        return values;
    }
}
