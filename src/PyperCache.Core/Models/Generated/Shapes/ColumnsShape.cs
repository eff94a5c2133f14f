using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Rows that stand in the payload as an object of parallel arrays, or as an array of objects already.</summary>
/// <param name="create">Makes the collection of the rows; may keep the list.</param>
/// <param name="required">The raw keys of the columns that must be there.</param>
internal sealed class ColumnsShape<TCollection, TRow>(Func<List<TRow>, TCollection> create, string[] required) : Shape<TCollection>
    where TCollection : IEnumerable<TRow>
    where TRow : IApiModel<TRow>
{
    private readonly SequenceShape<TCollection, TRow> _rows = new(ModelShape<TRow>.Instance, create);

    // What a reading of columns needs besides its result; taken by one at a time.
    private ColumnBatch? _spare;

    public override string Expected => $"columns of {TRow.Schema.Name}";

    public override bool RetainsPayload => TRow.Schema.RetainsPayload;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => _rows.IsImmutable(asked);

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out TCollection value)
    {
        JsonValueKind kind = cursor.Peek();
        if (kind == JsonValueKind.Array)
            return _rows.TryRead(ref cursor, out value);
        if (kind == JsonValueKind.Object)
            return TryReadColumns(ref cursor, out value);
        value = default;
        cursor.Skip();
        return false;
    }

    public override void Write(Utf8JsonWriter writer, TCollection value) => ColumnsWriter.Write(value, raw: default).WriteTo(writer);

    public override void WriteLike(Utf8JsonWriter writer, TCollection value, ReadOnlySpan<byte> raw)
    {
        if (raw.Length > 0 && raw[0] == '[')
            _rows.Write(writer, value);
        else
            ColumnsWriter.Write(value, raw.Length > 0 && raw[0] == '{' ? raw : default).WriteTo(writer);
    }

    public override bool AreEqual(TCollection left, TCollection right) => _rows.AreEqual(left, right);

    public override int Hash(TCollection value) => _rows.Hash(value);

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (cursor.Peek() == JsonValueKind.Array)
        {
            _rows.Check(ref cursor, ref log);
            return;
        }

        CheckColumns(ref cursor, ref log, isOwn: true);
    }

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log)
    {
        JsonValueKind kind = cursor.Peek();
        if (kind == JsonValueKind.Object)
            CheckColumns(ref cursor, ref log, isOwn: false);
        else
            _rows.CheckNested(ref cursor, ref log);
    }

    /// <summary>Checks the columns and, by the rules of their model, the rows.</summary>
    /// <param name="cursor">Stands at what should be an object.</param>
    /// <param name="log">Takes the errors.</param>
    /// <param name="isOwn">Whether it is an error when the columns do not make up rows.</param>
    private void CheckColumns(ref JsonCursor cursor, ref CheckLog log, bool isOwn)
    {
        int start = cursor.Position;
        ModelSchema schema = TRow.Schema;
        FieldLoop loop = new(schema.Keys);
        if (!cursor.BeginObject(ref loop))
        {
            cursor.SkipChecked();
            log.Report(ref cursor, start, Expected);
            return;
        }

        (ModelSchema? Model, int Field, bool ByOwnRules) outer = (log.Model, log.Field, log.ByOwnRules);
        FieldSet seen = default;
        int rows = -1;
        for (int slot; (slot = cursor.NextField(ref loop)) >= 0;)
        {
            log.Model = schema;
            log.Field = schema.FieldIndexOf(slot);
            CheckColumn(schema.Fields[log.Field], ref rows, ref cursor, ref log, isOwn);
            seen.Add(slot);
        }

        log.Model = schema;
        if (isOwn || rows > 0)
            CheckMissing(ref cursor, start, in seen, ref log, isOwn);
        (log.Model, log.Field, log.ByOwnRules) = outer;
    }

    private bool TryReadColumns(ref JsonCursor cursor, [MaybeNullWhen(false)] out TCollection value)
    {
        ColumnBatch batch = Interlocked.Exchange(ref _spare, null) ?? new ColumnBatch(TRow.Schema);
        batch.Begin();
        ColumnSet columns = batch.Columns;
        bool fits = columns.Open(ref cursor) && HasRequired(columns);
        List<TRow> rows = new(fits ? columns.RowEstimate : 0);
        if (fits)
            fits = TryReadByColumn(ref cursor, batch, rows) ? !batch.IsUneven : TryReadByRow(ref cursor, columns, rows);
        columns.Close(ref cursor);
        if (!batch.HoldsReferences)
            _spare = batch;
        value = fits ? create(rows) : default;
        return fits;
    }

    /// <returns>False when the rows can be read only one by one.</returns>
    private static bool TryReadByColumn(ref JsonCursor cursor, ColumnBatch batch, List<TRow> rows)
    {
        do
        {
            if (!TRow.TryReadRows(ref cursor, batch, rows))
                return false;
        }
        while (batch.MoveNext());

        if (batch.LacksField && rows.Count > 0)
            cursor.Fail();
        return !batch.NeedsRows;
    }

    private static bool TryReadByRow(ref JsonCursor cursor, ColumnSet columns, List<TRow> rows)
    {
        rows.Clear();
        while (columns.MoveNext(ref cursor))
        {
            ModelSchema<TRow>.TryHydrate(ref cursor, out TRow? row);
            rows.Add(row!);
        }

        return !columns.IsUneven;
    }

    private static void CheckColumn(ModelField field, ref int rows, ref JsonCursor cursor, ref CheckLog log, bool isOwn)
    {
        log.ByOwnRules = true;
        int start = cursor.Position;
        if (!cursor.BeginArray())
        {
            cursor.SkipChecked();
            if (isOwn)
                log.Report(ref cursor, start, "array of " + field.Shape.Expected);
            return;
        }

        int count = TRow.Schema.Validates ? field.Shape.CheckElements(ref cursor, ref log) : CheckNestedElements(field, ref cursor, ref log);
        if (rows < 0)
            rows = count;
        else if (rows != count && isOwn)
            log.ReportFault(ref cursor, start, $"{Values(rows)}, as in the first column", Values(count));
    }

    private static string Values(int count) => count == 1 ? "1 value" : $"{count} values";

    private static int CheckNestedElements(ModelField field, ref JsonCursor cursor, ref CheckLog log)
    {
        int count = 0;
        for (bool started = false; cursor.NextElement(ref started); count++)
            field.Shape.CheckNested(ref cursor, ref log);
        return count;
    }

    private void CheckMissing(ref JsonCursor cursor, int start, in FieldSet seen, ref CheckLog log, bool isOwn)
    {
        ModelField[] fields = TRow.Schema.Fields;
        for (int f = 0; f < fields.Length; f++)
        {
            ModelField field = fields[f];
            bool found = false;
            bool mustExist = field.MustExist;
            for (int i = 0; i < field.Keyed.Length; i++)
            {
                found |= seen.Contains(field.FirstSlot + i);
                mustExist |= isOwn && field.Keyed[i].Length == 1 && required.Contains(field.Keyed[i][0]);
            }

            log.Field = f;
            if (mustExist && !found)
                log.ReportMissing(ref cursor, start, field, "array of " + field.Shape.Expected);
        }
    }

    private bool HasRequired(ColumnSet columns)
    {
        foreach (ModelField field in TRow.Schema.Fields)
        {
            bool mustExist = false, found = false;
            for (int i = 0; i < field.Keyed.Length; i++)
            {
                mustExist |= field.Keyed[i].Length == 1 && required.Contains(field.Keyed[i][0]);
                found |= columns.HasColumn(field.FirstSlot + i);
            }

            if (mustExist && !found)
                return false;
        }

        return true;
    }
}
